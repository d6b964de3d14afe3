import { createLate } from '../../../core/async/late'
import { findFiles } from '../../../core/desk/absent-files'
import { kept as keptTexts } from '../../../words/en/pictures/kept'
import type { Picture } from '../../app-state'
import { showStoppable } from '../../messages/show-stoppable'
import { pathOfFile, type NamedPicture } from './named-pictures'
import type { TakeInDeps } from './take-in-deps'

/** Fewer are told of once they are found. */
const MANY = 100

const withFile = ({ id, name, isSample, phase }: Picture, file: File): Picture => ({
  ...{ id, name, file, isSample, phase },
})

/**
 * Gives pictures of a project, whose files were not at hand, the files among these that are theirs: nothing is encoded for
 * that. What the person has made of them stays; it is no step of the history.
 * @returns the others, which are new pictures.
 */
export const claimAbsent = async (
  { store, notices, wordsWith, work, actions, openDesk }: TakeInDeps,
  pictures: readonly NamedPicture[],
): Promise<readonly NamedPicture[]> => {
  const sought = store.getState().pictures.flatMap(({ id, name, absent, phase }) => {
    return absent ? [{ id, name, sha256: phase.facts?.sha256 ?? null, ...absent }] : []
  })
  if (sought.length === 0) return pictures
  const desk = createLate(openDesk)
  const texts = () => wordsWith(keptTexts)
  let stopped = false
  let read = 0
  const telling = () => {
    const { t, format } = texts()
    return t('kept.finding', { done: format.count(read), total: format.count(pictures.length) })
  }
  const stop = () => {
    stopped = true
  }
  const notice = pictures.length < MANY ? null : showStoppable(notices, telling, stop)
  const hashOf = async (file: File): Promise<string | null> => {
    if (stopped) return null
    const outcome = await (await desk.load()).desk.hashOf(file)
    read += 1
    if (notice !== null && read % 20 === 0) notices.reword(notice, telling)
    return outcome.kind === 'done' ? outcome.value : null
  }
  const files = pictures.map(({ file }) => ({
    ...{ file, path: pathOfFile(file), size: file.size, modified: file.lastModified },
  }))
  const names = new Map(pictures.map(({ file, name }) => [file, name]))
  // A file of a folder that was opened knows its name alone; its path is in the name that it was given.
  const found = await findFiles(
    sought,
    files.map((one) => ({
      ...one,
      path: one.path.includes('/') ? one.path : (names.get(one.file) ?? one.path),
    })),
    hashOf,
  )
  if (notice !== null) notices.dismiss(notice)
  if (found.size === 0) return pictures
  work.change({
    pictures: store.getState().pictures.map((picture) => {
      const file = found.get(picture.id)
      return file ? withFile(picture, file) : picture
    }),
  })
  actions.retryPictures(new Set(found.keys()))
  const { size: count } = found
  notices.show({ tone: 'info', text: () => texts().t('kept.found', { count }), action: null })
  const theirs = new Set(found.values())
  return pictures.filter(({ file }) => !theirs.has(file))
}
