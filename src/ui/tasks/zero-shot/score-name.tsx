import { classNames } from '../../primitives/class-names'
import { useWords } from '../../ui-context'

/** The scores that the ranking names. */
export type ScoreKind = 'cosine' | 'match' | 'share' | 'margin'

interface ScoreNameProps {
  readonly kind: ScoreKind
  readonly open: boolean
  readonly onPress: () => void
  readonly className?: string
}

/**
 * The name of a score. What it means is told on hover and focus; a press, which is all that a finger has,
 * keeps the sentence in sight.
 */
export const ScoreName = ({ kind, open, onPress, className }: ScoreNameProps) => {
  const { t } = useWords()
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls="score-text"
      aria-description={t(`ranking.scoreTexts.${kind}`)}
      data-tip={open ? undefined : t(`ranking.scoreTexts.${kind}`)}
      onClick={onPress}
      className={classNames(
        'h-6 shrink-0 rounded-small text-end decoration-dotted underline-offset-3 hover:text-text hover:underline aria-expanded:text-text aria-expanded:underline touch:h-9',
        className,
      )}
    >
      {t(`ranking.scores.${kind}`)}
    </button>
  )
}
