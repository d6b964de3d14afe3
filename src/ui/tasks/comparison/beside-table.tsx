import { X } from 'lucide-react'
import type { AnswerSheet } from '../../../core/tasks/comparison/answer-sheet'
import { scoreAt } from '../../../core/tasks/comparison/answer-sheet'
import type { Picture } from '../../../state/app-state'
import { useScreenStore } from '../../context/ui-context'
import { CutText } from '../../primitives/cut-text/cut-text'
import { IconButton } from '../../primitives/icon-button'
import { tagColour } from '../../primitives/swatch'
import { useScoreText } from './said'
import { useComparing, useComparisonWords, useSheetName } from './use-comparing'

/** The first tags of each of both that are shown. */
const FIRST = 5

/** Places of the first tags of a picture's ranking. */
const firstTags = (sheet: AnswerSheet, place: number): readonly number[] =>
  [...sheet.tags.keys()]
    .sort((one, other) => scoreAt(sheet, place, other) - scoreAt(sheet, place, one))
    .slice(0, FIRST)

interface BarProps {
  readonly sheet: AnswerSheet
  readonly place: number
  readonly tagId: string
}

/** What one of both gives a tag, and that as a bar. */
const Bar = ({ sheet, place, tagId }: BarProps) => {
  const scoreText = useScoreText()
  const tag = sheet.tags.findIndex(({ id }) => id === tagId)
  const known = sheet.tags[tag]
  if (!known) return <td className="px-1.5 text-end text-muted">–</td>
  const share = Math.max(0, Math.min(1, scoreAt(sheet, place, tag)))
  const { style, ...pattern } = tagColour(known.hue)
  return (
    <td className="px-1.5 py-0.5">
      <div className="flex items-center gap-1.5">
        {sheet.calibrated ? (
          <div aria-hidden className="h-2 flex-1 overflow-hidden rounded-full bg-track forced-colors:border">
            <div className="tag-fill h-full" {...pattern} style={{ ...style, width: `${share * 100}%` }} />
          </div>
        ) : null}
        <bdi dir="ltr" className="min-w-12 text-end tabular-nums">
          {scoreText(sheet, place, tag)}
        </bdi>
      </div>
    </td>
  )
}

/** What both say of the open picture, tag by tag. */
export const BesideTable = ({ picture }: { readonly picture: Picture }) => {
  const { t, format } = useComparisonWords()
  const nameOf = useSheetName()
  const screen = useScreenStore()
  const { found, phase } = useComparing().look
  const sha256 = picture.phase.facts?.sha256 ?? ''
  const [inA, inB] = [found?.a.sha256s.indexOf(sha256) ?? -1, found?.b.sha256s.indexOf(sha256) ?? -1]
  const tags =
    found && inA >= 0 && inB >= 0
      ? [
          ...new Map(
            [
              ...firstTags(found.a, inA).map((place) => found.a.tags[place]),
              ...firstTags(found.b, inB).map((place) => found.b.tags[place]),
            ].flatMap((tag) => (tag ? [[tag.id, tag.text] as const] : [])),
          ),
        ]
      : []
  return (
    <section
      aria-label={t('comparison.beside')}
      // Scrolled by keyboard: there may be more rows than fit.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      className="scroll-y max-h-52 min-h-0 rounded-card border border-line bg-card p-2 text-12"
    >
      <div className="flex items-center justify-between gap-2">
        <p className="font-semibold">{t('comparison.beside')}</p>
        <IconButton
          small
          icon={X}
          label={t('comparison.hide')}
          onClick={() => {
            screen.setState({ beside: false })
          }}
        />
      </div>
      {found && tags.length > 0 ? (
        <table className="w-full table-fixed border-collapse">
          <caption className="sr-only">{t('comparison.beside')}</caption>
          <thead className="text-muted">
            <tr>
              <th scope="col" className="w-[28%] text-start font-normal">
                {t('comparison.tag')}
              </th>
              <th scope="col" className="px-1.5 text-start font-normal">
                <CutText text={t('comparison.a', { name: nameOf(found.a) })} />
              </th>
              <th scope="col" className="px-1.5 text-start font-normal">
                <CutText text={t('comparison.b', { name: nameOf(found.b) })} />
              </th>
            </tr>
          </thead>
          <tbody>
            {tags.map(([id, text]) => (
              <tr key={id}>
                <th scope="row" className="text-start font-normal">
                  <CutText text={text} />
                </th>
                <Bar sheet={found.a} place={inA} tagId={id} />
                <Bar sheet={found.b} place={inB} tagId={id} />
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="text-muted">
          {phase.kind === 'looking'
            ? t('comparison.comparing', { percent: format.percent(phase.share) })
            : t('comparison.notAnswered')}
        </p>
      )}
    </section>
  )
}
