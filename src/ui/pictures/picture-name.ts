import { assertNever } from '../../core/assert-never'
import type { Picture } from '../../state/app-state'
import type { BestLabel } from '../../state/fixed-label-selectors'
import { spokenPercent, words } from './words'

/** A picture in words, for screen readers: `holiday.jpg, car, 93 percent`. */
export const pictureInWords = ({ name, phase }: Picture, best: BestLabel | undefined): string => {
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
      return best
        ? `${name}, ${best.tag}, ${spokenPercent(best.probability)}`
        : `${name}, ${words.notRanked.toLowerCase()}`
    default:
      return assertNever(phase)
  }
}
