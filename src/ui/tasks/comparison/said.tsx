import { Check, X } from 'lucide-react'
import { answersAt, scoreAt, type AnswerSheet } from '../../../core/tasks/comparison/answer-sheet'
import { CutText } from '../../primitives/cut-text/cut-text'
import { Swatch } from '../../primitives/swatch'
import { useComparisonWords } from './use-comparing'

/** A score as it is shown: a percentage, or a cosine where the model gives none. */
export const useScoreText = (): ((sheet: AnswerSheet, place: number, tag: number) => string) => {
  const { t, format } = useComparisonWords()
  return (sheet, place, tag) => {
    const score = scoreAt(sheet, place, tag)
    return sheet.calibrated ? t('units.percent', { value: format.percent(score) }) : format.cosine(score)
  }
}

interface SaidProps {
  readonly sheet: AnswerSheet
  readonly place: number
  /** Whether that is right; `null` where it was not decided. */
  readonly right: boolean | null
}

/** What one of both says of a picture: its tags, or that none of them fits, with what the first of the ranking scores. */
export const Said = ({ sheet, place, right }: SaidProps) => {
  const { t, format } = useComparisonWords()
  const scoreText = useScoreText()
  const best = sheet.best[place] ?? 0
  const first = sheet.tags[best]
  const ids = answersAt(sheet, place)
  const tags = sheet.tags.filter(({ id }) => ids.includes(id))
  const text =
    tags.length > 0
      ? format.list(tags.map((tag) => tag.text))
      : first
        ? t('comparison.nearest', { tag: first.text })
        : t('comparison.none')
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      {tags[0] ? <Swatch hue={tags[0].hue} /> : null}
      <CutText text={text} className={tags.length > 0 ? '' : 'text-muted'} />
      {first ? (
        <bdi dir="ltr" className="shrink-0 text-12 text-muted tabular-nums">
          {scoreText(sheet, place, best)}
        </bdi>
      ) : null}
      {right === null ? null : (
        <>
          {right ? (
            <Check size={14} strokeWidth={2.25} aria-hidden className="shrink-0 text-ok" />
          ) : (
            <X size={14} strokeWidth={2.25} aria-hidden className="shrink-0 text-danger" />
          )}
          <span className="sr-only">{t(right ? 'comparison.right' : 'comparison.wrong')}</span>
        </>
      )}
    </div>
  )
}
