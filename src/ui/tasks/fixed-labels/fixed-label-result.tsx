import type { ReactNode } from 'react'
import {
  categoryHue,
  firstName,
  type FixedLabelResult as Result,
} from '../../../state/tasks/fixed-labels/results'
import { classNames } from '../../primitives/class-names'
import { ShareRow } from './share-row'
import { useLabelWords } from './use-label-words'

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
export const FixedLabelResult = ({ result: { categories, classes } }: { readonly result: Result }) => {
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
