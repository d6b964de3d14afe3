import type { Picture, QueuePhase } from '../../../state/app-state'
import type { Wording } from '../../../words/wording'
import { isElsewhere } from '../../../state/pictures/queue/elsewhere'
import { createEachPicture } from '../../../state/pictures/each-picture'

/** How many pictures stand how. */
export interface PictureTally {
  readonly ready: number
  /** In the queue or being encoded. */
  readonly waiting: number
  readonly failed: number
  /** Nothing answers of them, since their files are not on this device. */
  readonly elsewhere: number
}

const placeOf = ({ phase }: Picture): keyof PictureTally => {
  if (isElsewhere(phase)) return 'elsewhere'
  return phase.kind === 'ready' || phase.kind === 'failed' ? phase.kind : 'waiting'
}

/** Counts the list; of a list that has changed, what has changed in it. */
export const createPictureTally = (): ((pictures: readonly Picture[]) => PictureTally) =>
  createEachPicture({
    valueOf: placeOf,
    empty: () => ({ ready: 0, waiting: 0, failed: 0, elsewhere: 0 }),
    count: (tally, place, by) => {
      tally[place] += by
    },
    copy: (tally) => ({ ...tally }),
  })

/** How the queue stands, for the status bar. */
export interface QueueProgress {
  /** `Encoding 61 of 128`, `Paused at 61 of 128`. */
  readonly what: string
  /** `11.4 pictures/s`, `6 s left`; empty before a rate is known. */
  readonly details: readonly string[]
  /** 0 to 1. */
  readonly share: number
}

/** The first rate after a start is noise. */
const KNOWN_AFTER_MS = 400

/** @param now by `performance.now()`, as `startedAt` is. @returns `null` while nothing is in the queue. */
export const queueProgress = (
  { t, format }: Wording,
  queue: QueuePhase,
  now: number,
): QueueProgress | null => {
  if (queue.kind === 'idle') return null
  const { done, total } = queue
  const share = total === 0 ? 0 : done / total
  if (queue.kind === 'paused')
    return {
      what: t('shell.paused', { done: format.count(done), total: format.count(total) }),
      details: [],
      share,
    }
  const elapsed = now - queue.startedAt
  const what = t('shell.encoding', { done: format.count(done), total: format.count(total) })
  if (done === 0 || elapsed < KNOWN_AFTER_MS) return { what, details: [], share }
  const rate = (done / elapsed) * 1000
  const details = [t('shell.perSecond', { rate: format.rate(rate) })]
  if (total > done) details.push(t('shell.left', { duration: format.duration((total - done) / rate) }))
  return { what, details, share }
}

/**
 * What there is, in parts: of the one tally, shown or spoken.
 * @param beyond how many of those that are ready the model is not made for: they are not ranked.
 * @param opens whether a model is about to answer that may be: these wait for it then.
 * @param hasLabels whether there is anything to rank by: pictures are encoded without.
 */
export const tallyParts = (
  { t, format }: Wording,
  { ready, waiting, failed, elsewhere }: PictureTally,
  beyond: number,
  opens: boolean,
  hasLabels: boolean,
): readonly string[] => {
  const coming = opens ? waiting + beyond : waiting
  return [
    ready > beyond ? t(hasLabels ? 'shell.ready' : 'shell.encoded', { count: ready - beyond }) : '',
    beyond > 0 && !opens ? t('shell.beyond', { count: beyond }) : '',
    coming > 0 ? t('shell.waiting', { number: format.count(coming) }) : '',
    failed > 0 ? t('shell.failed', { number: format.count(failed) }) : '',
    elsewhere > 0 ? t('shell.elsewhere', { number: format.count(elsewhere) }) : '',
  ].filter((part) => part !== '')
}

/** What a screen reader says when nothing is left in the queue: how many pictures there are, however often each ran. */
export const queueEnd = (
  words: Wording,
  tally: PictureTally,
  beyond: number,
  opens: boolean,
  hasLabels: boolean,
): string =>
  tally.waiting + tally.failed + tally.elsewhere + beyond === 0
    ? words.t('shell.spokenDone', { count: tally.ready })
    : tallyParts(words, tally, beyond, opens, hasLabels).join(', ')
