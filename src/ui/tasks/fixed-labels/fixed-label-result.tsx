import type { ReactNode } from 'react'
import {
  categoryHue,
  firstName,
  type FixedLabelResult as Result,
} from '../../../state/tasks/fixed-labels/results'
import { classNames } from '../../primitives/class-names'
import { useLabelWords } from './use-label-words'
import { CutText } from '../../primitives/cut-text/cut-text'
import { tagColour } from '../../primitives/swatch'

interface ShareRowProps {
  readonly label: string
  /** What is shown of the label where all of it is too long; the rest is told on hover. */
  readonly short?: string
  readonly probability: number
  readonly hue: number
  readonly best: boolean
}

/** The shortest bar that can still be told from none. */
const LEAST_PX = 4

/** A category or a class: its name, its share, and the share as a bar in the colour of its category. */
const ShareRow = ({ label, short = label, probability, hue, best }: ShareRowProps) => {
  const { t, format } = useLabelWords()
  const spoken = t('labels.share', { label, percent: format.spokenPercent(probability) })
  return (
    <li aria-label={spoken} className="py-1">
      <span className="sr-only">{spoken}</span>
      <div aria-hidden className="flex items-baseline gap-1.5" data-tip={short === label ? undefined : label}>
        <CutText text={short} className={classNames('flex-1 text-12', best && 'font-semibold')} />
        <span className={classNames('text-12 whitespace-nowrap tabular-nums', best && 'font-semibold')}>
          <bdi dir="ltr">
            <span>{format.percent(probability)}</span>
            <span className="text-muted">&#8239;%</span>
          </bdi>
        </span>
      </div>
      <div aria-hidden className="mt-0.5 h-1.5 overflow-hidden rounded-full bg-track forced-colors:border">
        <div
          {...tagColour(hue)}
          className="tag-fill h-full rounded-full"
          style={{
            ...tagColour(hue).style,
            width: probability < 0.0005 ? 0 : `max(${probability * 100}%, ${LEAST_PX}px)`,
          }}
        />
      </div>
    </li>
  )
}

interface ColumnProps {
  readonly title: string
  readonly label: string
  readonly children: ReactNode
}

const Column = ({ title, label, children }: ColumnProps) => (
  <div className="min-w-0 flex-1">
    <h4 className="pb-1 text-12 text-muted">{title}</h4>
    {/* The role is said aloud, since Safari takes it from lists without bullets. */}
    {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
    <ol role="list" aria-label={label}>
      {children}
    </ol>
  </div>
)

/** What a classifier found: the categories, and beside them the classes that they are the sums of. */
export const FixedLabelResultView = ({ result: { categories, classes } }: { readonly result: Result }) => {
  const { t } = useLabelWords()
  return (
    <div className={classNames('flex gap-5 px-4 pb-4', categories === null && 'flex-col')}>
      {categories ? (
        <Column title={t('labels.categories')} label={t('labels.categoriesBest')}>
          {categories.map(({ category, probability }, i) => (
            <ShareRow
              key={category}
              label={category}
              probability={probability}
              hue={categoryHue(category)}
              best={i === 0}
            />
          ))}
        </Column>
      ) : null}
      <Column title={t('labels.classes')} label={t('labels.classesBest')}>
        {classes.map(({ classId, label, probability, category }, i) => (
          <ShareRow
            key={classId}
            label={label}
            short={firstName(label)}
            probability={probability}
            hue={category ? categoryHue(category) : classId}
            best={i === 0}
          />
        ))}
      </Column>
    </div>
  )
}
