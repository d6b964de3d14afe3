import { assertNever } from '../../core/errors/assert-never'
import type { Picture } from '../../state/app-state'
import type { PictureLabel } from '../../state/tasks/task'
import type { Wording } from '../../words/wording'

/**
 * A picture in words, for screen readers: `holiday.jpg, car, 93 percent`.
 * @param isBeyond whether `best` means nothing, since the model is not made for such a picture.
 * @param none whether `best` is but the nearest of tags that do not fit.
 */
export const pictureInWords = (
  { t, format }: Wording,
  { name, phase, absent }: Picture,
  best: PictureLabel | undefined,
  none: boolean,
  isBeyond: boolean,
): string => {
  switch (phase.kind) {
    case 'waiting':
    case 'encoding':
    case 'stopped':
      return t(`pictures.spoken.${phase.kind}`, { name })
    case 'failed':
      return t(absent ? 'pictures.spoken.elsewhere' : 'pictures.spoken.failed', { name })
    case 'ready': {
      if (!best) return t('pictures.spoken.notRanked', { name })
      if (isBeyond) return t('pictures.spoken.beyondModel', { name })
      if (best.probability === null)
        return t(none ? 'pictures.spoken.noneOnly' : 'pictures.spoken.rankedOnly', { name, tag: best.tag })
      const values = { name, tag: best.tag, percent: format.spokenPercent(best.probability) }
      return none ? t('pictures.spoken.none', values) : t('pictures.spoken.ranked', values)
    }
    default:
      return assertNever(phase)
  }
}
