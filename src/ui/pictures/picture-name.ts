import { assertNever } from '../../core/assert-never'
import type { Picture } from '../../state/app-state'
import type { BestLabel } from '../../state/fixed-label-selectors'
import { spokenPercent, words } from './words'

/**
 * A picture in words, for screen readers: `holiday.jpg, car, 93 percent`.
 * @param none whether `best` is but the nearest of tags that do not fit.
 */
export const pictureInWords = (
  { name, phase }: Picture,
  best: BestLabel | undefined,
  none: boolean,
): string => {
  switch (phase.kind) {
    case 'waiting':
      return `${name}, ${words.waiting.toLowerCase()}`
    case 'encoding':
      return `${name}, ${words.encoding.toLowerCase()}`
    case 'stopped':
      return `${name}, ${words.stopped.toLowerCase()}`
    case 'failed':
      return `${name}, ${words.failed.toLowerCase()}`
    case 'ready':
      if (!best) return `${name}, ${words.notRanked.toLowerCase()}`
      return none
        ? `${name}, ${words.none.toLowerCase()}, nearest ${best.tag}, ${spokenPercent(best.probability)}`
        : `${name}, ${best.tag}, ${spokenPercent(best.probability)}`
    default:
      return assertNever(phase)
  }
}
