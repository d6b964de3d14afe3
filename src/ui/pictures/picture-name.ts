import { assertNever } from '../../core/assert-never'
import type { Picture } from '../../state/app-state'
import { hasNoTag } from '../../state/none-of-these'
import type { PictureJudgement } from '../../state/ranking-selectors'
import { spokenPercent, words } from './words'

/** A picture in words, for screen readers: `holiday.jpg, car, 93 percent`. */
export const pictureInWords = ({ name, phase }: Picture, judgement: PictureJudgement): string => {
  const best = judgement.ranking[0]
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
      return hasNoTag(judgement)
        ? `${name}, ${words.none.toLowerCase()}, nearest ${best.tag}, ${spokenPercent(best.probability)}`
        : `${name}, ${best.tag}, ${spokenPercent(best.probability)}`
    default:
      return assertNever(phase)
  }
}
