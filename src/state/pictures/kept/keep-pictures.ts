import type { Desk } from '../../../client/desk/create-desk'
import type { SetChange } from '../../../protocol/desk-api'
import type { KeptPictureActions } from '../../app-actions'
import type { AppState } from '../../app-state'
import { ownTagsAndSettings } from '../../links/link-visit'
import { createChangeLog, type ChangeLog } from './change-log'
import { forgetMarks } from './forget-marks'
import { BY_ARRIVAL } from '../../../core/desk/view/view'
import { NO_FILTER } from '../../../core/desk/view/filter-changes'
import { createHistoryKeeper } from './keep-history'
import { createFromDesk } from './from-desk'
import { createKeptNotices } from './kept-notices'
import { createViewKeeper } from './keep-view'
import { createListOpener } from './open-kept-list'
import type { KeepDeps } from './keep-deps'
import { createProjectOpener } from './open-project'

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
const TELL_AFTER_MS = 150

/** Calls that fail one after another until the list is kept no longer. */
const TRIES = 3

/** Creates the keeper of the list. */
export const createPictureKeeper = (deps: KeepDeps): PictureKeeper => {
  const { store, engine, desk, tab, book, work, notices, newId } = deps
  const { getState, setState } = store
  const say = createKeptNotices(deps, notices)
  const history = createHistoryKeeper(deps, deps.history)
  const views = createViewKeeper(deps, deps.history)
  let log: ChangeLog | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let telling: Promise<void> | null = null
  let failures = 0
  let starting = false
  const fromDesk = createFromDesk(desk.recall)
  const { putBack, addArrived, joinOthers } = createListOpener(deps, say, views, fromDesk.noteFacts)

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

  const takeChange = () => log?.take(getState().pictures, ownTagsAndSettings(getState()).tags)

  /** Tells all that has not been told yet. @returns how many pictures of the list are kept nowhere. */
  const tellAll = async (): Promise<number> => {
    const own = getState().pictures.filter(({ isSample }) => !isSample).length
    if (log === null) return own
    await telling
    const all = async () => {
      for (let change = takeChange(); change; change = takeChange()) await tell(change)
    }
    telling = all()
    await telling
    telling = null
    const kept = await desk.keep({ added: [], removed: [], order: null, encoded: [] })
    return kept.kind === 'done' ? kept.value : own
  }

  const tellSoon = () => {
    if (timer !== null || telling !== null || log === null) return
    timer = setTimeout(() => {
      timer = null
      const change = takeChange()
      if (!change) return
      telling = tell(change).finally(() => {
        telling = null
        tellSoon()
      })
    }, TELL_AFTER_MS)
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
    engine.recallBy(fromDesk.recall)
    // Gone on with, a list that could not be read would count as emptied: it stays, for another visit. So does one whose
    // folder the browser asks about again, which takes a press.
    const isRestored = async (setId: string) => (await mayRead(setId, false)) && putBack(setId)
    const wasThere = held !== null && held.length > 0 && restores && own !== null
    const isBack = wasThere && (await isRestored(own))
    if (wasThere && !isBack) held = await hold(null)
    if (held === null) return
    log = createChangeLog(held, book, fromDesk.isKept)
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

  /** The first picture of a list that is put back asks that one is kept: then the one that is being opened is. */
  let opening: Promise<void> = Promise.resolve()
  const start = (restores: boolean): Promise<void> => {
    const next = async () => {
      starting = true
      await holdAndRestore(restores)
      starting = false
      tellOfTag(getState())
    }
    opening = opening.then(next, next)
    return opening
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

  /** Puts a list in place of this one, which stays as it is, with its history. */
  const switchTo = async (setId: string) => {
    await tellAll()
    await history.detach()
    views.attach(null)
    log = null
    work.change({ pictures: [] })
    setState(({ sort }) => ({
      history: { past: [], future: [] },
      filter: NO_FILTER,
      ...{ only: null, decidedOnly: null, similarTo: null },
      sort: sort.by === 'likeness' ? BY_ARRIVAL : sort,
    }))
    await takeOver(setId)
    await refresh()
  }

  const actions: Omit<KeptPictureActions, 'openProject'> = {
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
        await history.detach()
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
    actions: {
      ...actions,
      openProject: createProjectOpener({ ...deps, keep: actions.keep, tellAll, switchTo }),
    },
    differing: desk,
    begin: async (restores) => {
      // What was said of them; it tells by itself where that fails.
      if (deps.hasMarks()) deps.marking.load().catch(() => undefined)
      await start(restores)
      await refresh()
      await tellOfMoves()
    },
  }
}
