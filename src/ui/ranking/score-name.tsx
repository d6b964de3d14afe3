import { classNames } from '../primitives/class-names'
import { scoreTexts, words, type ScoreKind } from './words'

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
export const ScoreName = ({ kind, open, onPress, className }: ScoreNameProps) => (
  <button
    type="button"
    aria-expanded={open}
    aria-controls="score-text"
    aria-description={scoreTexts[kind]}
    data-tip={open ? undefined : scoreTexts[kind]}
    onClick={onPress}
    className={classNames(
      'h-6 shrink-0 rounded-small text-right decoration-dotted underline-offset-3 hover:text-text hover:underline aria-expanded:text-text aria-expanded:underline touch:h-9',
      className,
    )}
  >
    {words.scores[kind]}
  </button>
)
