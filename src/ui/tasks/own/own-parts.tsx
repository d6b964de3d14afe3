import { Check } from 'lucide-react'
import type { Picture } from '../../../state/app-state'
import { createOwnRecords } from '../../../state/tasks/own/own-record'
import { useApp, useAppState } from '../../context/ui-context'
import { RankList } from '../zero-shot/rank-list'
import { TagRecordFooter } from '../zero-shot/tag-footer'
import { ExampleButtons } from './example-buttons'
import { OwnStrip } from './own-strip'
import { Reasons } from './reasons'
import { useOwnWords } from './use-own-words'

export { TagTargets } from './tag-targets'

/** The tags as a classifier of the person's own ranks them for a picture. */
export const OwnRanking = ({ picture }: { readonly picture: Picture }) => {
  const { selectors } = useApp()
  const labels = useAppState((state) => selectors.labels(state, picture))
  const rejected = useAppState((state) => selectors.fitsNone(state, picture))
  const isBeyond = useAppState((state) => selectors.isBeyondModel(state, picture))
  return (
    <>
      <RankList
        ranking={labels.map((label, rank) => ({
          ...label,
          rank,
          isRest: false,
          accepted: label.accepted && !isBeyond,
        }))}
        margin={(labels[0]?.probability ?? 0) - (labels[1]?.probability ?? 0)}
        rejected={rejected || isBeyond}
      />
      {isBeyond ? null : <Reasons picture={picture} />}
    </>
  )
}

/** What the person says of a picture, and what their examples have come to so far. */
export const OwnPanel = ({ picture }: { readonly picture: Picture }) => (
  <div className="mx-4 mb-3 flex flex-col gap-2.5 rounded-card bg-track p-3">
    <ExampleButtons picture={picture} />
    <OwnStrip picture={picture} />
  </div>
)

/** What an answer took, and the answer for machines. */
export const OwnFooter = ({ picture }: { readonly picture: Picture }) => (
  <TagRecordFooter
    picture={picture}
    recordOf={(state, selectors) => createOwnRecords(state, selectors)(picture)}
  />
)

/** How many examples a tag has. */
export const ExampleCount = ({ tagId }: { readonly tagId: string }) => {
  const { t, format } = useOwnWords()
  const count = useAppState(({ marks }) => marks.filter(({ yes }) => yes.includes(tagId)).length)
  if (count === 0) return null
  return (
    <span
      role="img"
      aria-label={t('own.examples', { count })}
      data-tip={t('own.examples', { count })}
      className="inline-flex h-5 shrink-0 items-center gap-1 rounded-full bg-track px-1.5 text-12 text-muted tabular-nums"
    >
      <Check size={12} strokeWidth={2} aria-hidden />
      <span>{format.count(count)}</span>
    </span>
  )
}
