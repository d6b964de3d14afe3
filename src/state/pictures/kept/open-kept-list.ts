import type { KeptPicture, KeptPictureTag, OpenedSet } from '../../../protocol/desk-api'
import type { Picture } from '../../app-state'
import { ownTagsAndSettings, withOwn } from '../../links/link-visit'
import type { FromDesk } from './from-desk'
import type { KeepDeps } from './keep-deps'
import type { KeptNotices } from './kept-notices'
import { createStand, toView, type ViewKeeper } from './keep-view'
import { withKeptTags } from './kept-tags'

/** Lists of earlier visits, as they come back. */
export interface ListOpener {
  /** Puts a list back in its place. @returns `false` where it cannot be read now. */
  putBack(setId: string): Promise<boolean>
  /** Adds what has come into the folders of a list since it was here last, as one step for each part. */
  addArrived(setId: string): Promise<void>
  /** Adds the pictures of a list to those that are here. */
  joinOthers(setId: string): Promise<void>
}

const toPicture = ({ id, name, file, facts, absent }: KeptPicture): Picture => ({
  ...{ id, name, file, isSample: false },
  ...(absent && { absent }),
  phase: { kind: 'waiting', facts },
})

/** Creates what brings lists back. */
export const createListOpener = (
  deps: KeepDeps,
  say: KeptNotices,
  views: ViewKeeper,
  noteFacts: FromDesk['noteFacts'],
): ListOpener => {
  const { store, desk, book, work, newId } = deps
  const { getState, setState } = store

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
    let absent = 0
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
      absent += pictures.filter((picture) => picture.absent).length
      take(opened.value)
      missing.push(...opened.value.missing)
      gone.push(...lost)
      changed.push(...opened.value.changed)
      from = opened.value.next
    }
    say.absent(absent)
    say.missing(missing.length)
    say.gone(gone.length)
    say.changed(changed.length)
    return true
  }

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

  const putBack = async (setId: string): Promise<boolean> => {
    /** Of the list, those that were here already too. */
    const own = new Set<string>()
    const view = await views.read(setId)
    const standIn = createStand(view, (id) => deps.actions.select(id, 'only'))
    return openParts(setId, ({ pictures }) => {
      const here = getState().pictures
      const known = new Set(here.map(({ id }) => id))
      const restored = pictures.filter(({ id }) => !known.has(id)).map(toPicture)
      // Behind the parts before it; what the person has added meanwhile stays at the end.
      const at = here.findLastIndex(({ id }) => own.has(id)) + 1
      for (const { facts } of pictures) if (facts) noteFacts(facts)
      if (view && own.size === 0) setState((state) => toView(state, view))
      for (const { id } of pictures) own.add(id)
      if (restored.length === 0) return
      work.change({ pictures: [...here.slice(0, at), ...restored, ...here.slice(at)] })
      standIn(restored, getState().selection.focusId)
    })
  }

  const joinOthers = async (setId: string) => {
    const pictures: KeptPicture[] = []
    if (!(await openParts(setId, (part) => pictures.push(...part.pictures)))) return
    const here = pictures.filter(({ absent }) => !absent)
    deps.actions.addPictures(
      here.map(({ file }) => file),
      new Map(here.map(({ file, name }) => [file, name])),
    )
    const absent = pictures.filter((picture) => picture.absent)
    if (absent.length > 0)
      work.record(
        { kind: 'add-pictures', count: absent.length },
        {
          pictures: [
            ...getState().pictures.filter(({ isSample }) => !isSample),
            ...absent.map((picture) => ({ ...toPicture(picture), id: newId() })),
          ],
        },
      )
    await addArrived(setId)
  }

  return { putBack, addArrived, joinOthers }
}
