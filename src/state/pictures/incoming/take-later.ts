import { type ComingFiles, commonFolder } from '../../../core/incoming/entry-paths'
import { type LandsOn, type LeftOut, sortEntries } from '../../../core/incoming/sort-entries'
import { incoming } from '../../../words/en/pictures/incoming'
import type { WorkStep } from '../../app-state'
import { showStoppable } from '../../messages/show-stoppable'
import { claimAbsent } from './claim-absent'
import { inspectFiles } from './incoming-file'
import { land, named, pathOfFile } from './named-pictures'
import type { TakeInDeps } from './take-in-deps'

/** The step that takes back both; `null` where one of them does not add pictures. */
const joined = (before: WorkStep, last: WorkStep): WorkStep | null => {
  const { label, change } = before
  if (label.kind !== 'add-pictures' || last.label.kind !== 'add-pictures') return null
  if (!change.pictures || !last.change.pictures) return null
  // Taking pictures back is taking them out, by their ids.
  const taken = [...change.pictures.taken, ...last.change.pictures.taken]
  return {
    label: { kind: 'add-pictures', count: label.count + last.label.count },
    change: { ...change, pictures: { ...change.pictures, taken } },
  }
}

/**
 * Takes in the rest of a large folder as it is found, as one step with what was taken in before, while a notice tells how
 * much it is and lets it be stopped: what has come by then stays.
 * @param count pictures that were taken in before.
 * @param taken names that pictures had before any of the folder's was there.
 * @returns what is no picture.
 */
export const takeLater = async (
  deps: TakeInDeps,
  later: NonNullable<ComingFiles<File>['later']>,
  landsOn: LandsOn,
  count: number,
  taken: ReadonlySet<string>,
): Promise<readonly LeftOut[]> => {
  const { store, notices, wordsWith, actions, work } = deps
  const stopping = new AbortController()
  const stop = () => {
    stopping.abort()
  }
  const text = (found: number) => () => {
    const { t, format } = wordsWith(incoming)
    return t('incoming.found', { number: format.count(found) })
  }
  const notice = showStoppable(notices, text(count), stop)
  const leftOut: LeftOut[] = []
  let found = count
  let mine = store.getState().history.past.at(-1)
  for await (const files of later) {
    if (stopping.signal.aborted) break
    const sorted = sortEntries(await inspectFiles(files), 'pictures')
    const pictures = named(commonFolder(files.map(pathOfFile)), sorted.pictures, taken)
    leftOut.push(...sorted.leftOut)
    if (pictures.length === 0) continue
    const news = landsOn === 'tags' ? pictures : await claimAbsent(deps, pictures)
    land(actions, news, landsOn)
    if (landsOn !== 'tags' && news.length > 0) {
      // Where the person has done something in between, what comes after is another step.
      work.join((before, last) => (before === mine ? joined(before, last) : null))
      mine = store.getState().history.past.at(-1)
    }
    found += pictures.length
    notices.reword(notice, text(found))
  }
  notices.dismiss(notice)
  return leftOut
}
