import type { Desk } from '../../../client/desk/create-desk'
import type { KeptPicture, KeptPictureTag, OpenedSet, SetChange } from '../../../protocol/desk-api'
import type { AppActions, KeptPictureActions } from '../../app-actions'
import type { ActionDeps } from '../../app-deps'
import type { AppState, Picture } from '../../app-state'
import { ownTagsAndSettings, withOwn } from '../../links/link-visit'
import type { WorkKeeper } from '../../history/work-history'
import type { Notices } from '../../messages/notices'
import { createChangeLog, type ChangeLog } from './change-log'
import { forgetMarks, type ForgetMarksDeps } from './forget-marks'
import { createHistoryKeeper } from './keep-history'
import { createKeptNotices } from './kept-notices'
import { createStand, createViewKeeper, toView } from './keep-view'
import { withKeptTags } from './kept-tags'
import type { OpenedDesk } from './opened-desk'

/** What pictures are kept with. */
export interface KeepDeps
  extends Pick<ActionDeps, 'store' | 'engine' | 'newId' | 'wordsWith'>, ForgetMarksDeps, OpenedDesk {
  readonly work: Pick<WorkKeeper, 'change'>
  readonly notices: Notices
  readonly actions: Pick<AppActions, 'addPictures' | 'select'>
}

/** What keeps the list, and what a person can do with what is kept. */
export interface PictureKeeper {
  readonly actions: KeptPictureActions
  /** Where what a person has said differs is kept. */
  readonly differing: Pick<Desk, 'differing' | 'keepDiffering'>
  /**
   * Begins to keep this tab's list.
   * @param restores whether what the tab has kept is put back: not where the page before this one has handed it over.
   */
  begin(restores: boolean): Promise<void>
}

/** Changes are told of together: often enough that a crash loses little, seldom enough to cost nothing. */
const TELL_AFTER_MS = 300

/** Calls that fail one after another until the list is kept no longer. */
const TRIES = 3

/** Creates the keeper of the list. */
export const createPictureKeeper = (deps: KeepDeps): PictureKeeper => {
  const { store, engine, desk, tab, book, work, notices, newId } = deps
  const { getState, setState } = store
  const say = createKeptNotices(notices, deps.wordsWith)
  const history = createHistoryKeeper(deps, deps.history)
  const views = createViewKeeper(deps, deps.history)
  let log: ChangeLog | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let telling = false
  let failures = 0
  let starting = false

  const tellOfTag = ({ tags }: AppState) => {
    if (log === null && !starting && tags.some(({ picture }) => picture !== null)) say.tagNotKept()
  }

  const refresh = async () => {
    const listed = await desk.list()
    if (listed.kind === 'done') setState({ keptSets: listed.value })
  }

  /** Makes a list this tab's: the one that is asked for, else a new one. `null` where nothing can be kept. */
  const hold = async (wanted: string | null): Promise<readonly string[] | null> => {
    for (const id of wanted === null ? [newId()] : [wanted, newId()]) {
      const held = await desk.hold(id)
      if (held.kind === 'done' && held.value !== null) {
        tab.write(id)
        return held.value
      }
    }
    return null
  }

  const tell = async (change: SetChange) => {
    const kept = await desk.keep(change)
    if (kept.kind === 'done') {
      failures = 0
      say.noRoom(kept.value)
      return
    }
    failures += 1
    const held = failures < TRIES ? await hold(tab.read()) : null
    // All of it is told again: what is there already costs nothing.
    log = held && createChangeLog([], book)
    if (log === null) say.noRoom(getState().pictures.length)
  }

  const tellSoon = () => {
    if (timer !== null || telling || log === null) return
    timer = setTimeout(() => {
      timer = null
      const { pictures } = getState()
      const change = log?.take(pictures, ownTagsAndSettings(getState()).tags)
      if (!change) return
      telling = true
      void tell(change).finally(() => {
        telling = false
        tellSoon()
      })
    }, TELL_AFTER_MS)
  }

  /** Tags that are pictures, where they stood; what a link has set stays over them. */
  const putBackTags = (kept: readonly KeptPictureTag[]) => {
    const { tags: before, settings } = ownTagsAndSettings(getState())
    const tags = withKeptTags(before, kept)
    if (tags === before) return
    const page = withOwn(getState(), { tags, settings })
    work.change({ tags: page.tags })
    setState({ linkVisit: page.linkVisit })
  }

  /**
   * Hands over a list part by part.
   * @returns `false` where it cannot be read now, or no further.
   */
  const openParts = async (setId: string, take: (part: OpenedSet) => void): Promise<boolean> => {
    const [missing, gone, changed]: [string[], string[], string[]] = [[], [], []]
    for (let from: number | null = 0; from !== null;) {
      const opened = await desk.open(setId, from)
      if (opened.kind !== 'done') return false
      if (from === 0) putBackTags(opened.value.tags)
      const { pictures, gone: lost } = opened.value
      // None of them: a disk that is not there now. The list stays, for another time.
      if (from === 0 && pictures.length === 0 && lost.length > 0) {
        say.gone(lost.length)
        return false
      }
      for (const { file, source } of pictures) if (source) book.set(file, source)
      take(opened.value)
      missing.push(...opened.value.missing)
      gone.push(...lost)
      changed.push(...opened.value.changed)
      from = opened.value.next
    }
    say.missing(missing.length)
    say.gone(gone.length)
    say.changed(changed.length)
    return true
  }

  /** Adds what has come into the folders of a list since it was here last, as one step for each part. */
  const addArrived = async (setId: string): Promise<void> => {
    let count = 0
    for (let from: number | null = 0; from !== null;) {
      const arrived = await desk.arrived(setId, from)
      if (arrived.kind !== 'done') break
      const { pictures, next } = arrived.value
      for (const { file, source } of pictures) book.set(file, source)
      const nameByFile = new Map(pictures.map(({ file, name }) => [file, name]))
      if (pictures.length > 0) deps.actions.addPictures([...nameByFile.keys()], nameByFile)
      count += pictures.length
      from = next
    }
    say.arrived(count)
  }

  /** @returns `false` where the list cannot be read now. */
  const putBack = async (setId: string): Promise<boolean> => {
    /** Of the list, those that were here already too. */
    const own = new Set<string>()
    const view = await views.read(setId)
    const standIn = createStand(view, (id) => deps.actions.select(id, 'only'))
    return openParts(setId, ({ pictures }) => {
      const here = getState().pictures
      const known = new Set(here.map(({ id }) => id))
      const restored = pictures
        .filter(({ id }) => !known.has(id))
        .map(({ id, name, file, facts }): Picture => ({
          ...{ id, name, file, isSample: false },
          phase: { kind: 'waiting', facts },
        }))
      // Behind the parts before it; what the person has added meanwhile stays at the end.
      const at = here.findLastIndex(({ id }) => own.has(id)) + 1
      if (view && own.size === 0) setState((state) => toView(state, view))
      for (const { id } of pictures) own.add(id)
      if (restored.length === 0) return
      work.change({ pictures: [...here.slice(0, at), ...restored, ...here.slice(at)] })
      standIn(restored, getState().selection.focusId)
    })
  }

  /** Whether the folders of a list may be read now; a list without any is this browser's own. */
  const mayRead = async (setId: string, asks: boolean): Promise<boolean> => {
    const folders = await desk.folders(setId)
    return folders.kind === 'done' && deps.mayReadFolders(folders.value, asks)
  }

  const isKept = () => getState().settings.keepsPictures

  const holdAndRestore = async (restores: boolean) => {
    if (!isKept() || log !== null) return
    let held = await hold(tab.read())
    const own = tab.read()
    // Before any picture is back: the first ones would be encoded again.
    engine.recallBy(desk.recall)
    // Gone on with, a list that could not be read would count as emptied: it stays, for another visit. So does one whose
    // folder the browser asks about again, which takes a press.
    const isRestored = async (setId: string) => (await mayRead(setId, false)) && putBack(setId)
    const wasThere = held !== null && held.length > 0 && restores && own !== null
    const isBack = wasThere && (await isRestored(own))
    if (wasThere && !isBack) held = await hold(null)
    if (held === null) return
    log = createChangeLog(held, book)
    tellSoon()
    const setId = tab.read() ?? own ?? ''
    views.attach(setId)
    await history.attach(setId)
    if (isBack) void addArrived(own)
  }

  /** Says that an earlier visit has left pictures in the middle of being sorted into folders. */
  const tellOfMoves = async () => {
    const jobs = await desk.moveJobs()
    const begun = jobs.kind === 'done' ? jobs.value.find(({ over, job }) => over < job.total) : undefined
    if (!begun) return
    setState({ moving: { kind: 'stopped', progress: begun, error: null } })
    say.interrupted()
  }

  const start = async (restores: boolean) => {
    starting = true
    await holdAndRestore(restores)
    starting = false
    tellOfTag(getState())
  }

  store.subscribe((state, before) => {
    if (
      state.pictures !== before.pictures ||
      state.tags !== before.tags ||
      state.linkVisit !== before.linkVisit
    )
      tellSoon()
    if (state.tags !== before.tags) tellOfTag(state)
  })

  /** Takes over a list of an earlier visit as this tab's own. */
  const takeOver = async (setId: string) => {
    log = null
    views.attach(null)
    tab.write(setId)
    await start(true)
  }

  const joinOthers = async (setId: string) => {
    const pictures: KeptPicture[] = []
    if (!(await openParts(setId, (part) => pictures.push(...part.pictures)))) return
    deps.actions.addPictures(
      pictures.map(({ file }) => file),
      new Map(pictures.map(({ file, name }) => [file, name])),
    )
    await addArrived(setId)
  }

  const actions: KeptPictureActions = {
    refresh,
    forget: async (ids) => {
      const gone = await desk.forget(ids)
      await history.forget(ids)
      await refresh()
      // With the last list goes what was said of pictures that left theirs before.
      if (gone.kind === 'done') await forgetMarks(deps, getState().keptSets.length === 0 ? 'all' : gone.value)
    },
    open: async (id) => {
      if (!(await mayRead(id, true))) {
        say.notAllowed()
        return
      }
      await (getState().pictures.some(({ isSample }) => !isSample) ? joinOthers(id) : takeOver(id))
      await refresh()
    },
    keep: async (wanted) => {
      setState(({ settings }) => ({ settings: { ...settings, keepsPictures: wanted } }))
      if (wanted) await start(false)
      else {
        log = null
        history.detach()
        views.attach(null)
        await history.forget('all')
        engine.recallBy(() => Promise.resolve(null))
        const listed = await desk.list()
        if (listed.kind === 'done') await desk.forget(listed.value.map(({ id }) => id))
        await forgetMarks(deps, 'all')
        tellOfTag(getState())
      }
      await refresh()
    },
  }

  return {
    actions,
    differing: desk,
    begin: async (restores) => {
      await start(restores)
      await refresh()
      await tellOfMoves()
    },
  }
}
