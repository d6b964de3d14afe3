import { Check, CircleSlash } from 'lucide-react'
import { useEffect } from 'react'
import type { Picture } from '../../../state/app-state'
import { wordModel } from '../../../state/model/current-model'
import { decidedCounts, exampleCounts } from '../../../state/tasks/decisions/decisions'
import { createOwnRecords } from '../../../state/tasks/own/own-record'
import { useActions, useApp, useAppState, useScreen, useScreenStore } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { useDecision, useReviewWords } from '../../pictures/use-decision'
import { Button } from '../../primitives/button'
import { CutText } from '../../primitives/cut-text/cut-text'
import { useMedia } from '../../primitives/use-media'
import { RankList } from '../zero-shot/rank-list'
import { TagRecordFooter } from '../zero-shot/tag-footer'
import { ExampleButtons } from './example-buttons'
import { GoodPartsOrder } from './good-parts'
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

/** What the person has decided a picture to be, beside what the model says. */
const Decided = ({ picture }: { readonly picture: Picture }) => {
  const { t } = useReviewWords()
  const decision = useDecision(picture)
  if (decision === null) return null
  const Icon = decision.kind === 'none' ? CircleSlash : Check
  return (
    <p className="flex min-w-0 items-center gap-1.5 font-medium">
      <Icon size={14} strokeWidth={2.5} aria-hidden className="shrink-0 text-ok" />
      <CutText text={t('review.decided', { tags: decision.text })} />
    </p>
  )
}

/** Offers a classifier of their own to a person who has decided what pictures of two tags are, and asked for none yet. */
const LearnOffer = () => {
  const { t } = useOwnWords()
  const screen = useScreenStore()
  const decided = useAppState(({ tags, marks, model }) =>
    wordModel(model) === null ? 0 : tags.filter(({ id }) => exampleCounts(marks).has(id)).length,
  )
  if (decided < 2) return null
  return (
    <div>
      <Button
        size="small"
        data-tip={t('own.learnTip')}
        onClick={() => {
          screen.setState({ teaching: true })
        }}
      >
        {t('own.learn')}
      </Button>
    </div>
  )
}

/** What the person says of a picture, and what their examples have come to so far, once they want a classifier. */
export const OwnPanel = ({ picture }: { readonly picture: Picture }) => {
  const { t } = useReviewWords()
  const { marking } = useActions()
  const attempt = useAttempt()
  const teaching = useScreen((screen) => screen.teaching)
  const learns = useAppState((state) => state.learns)
  const narrow = useMedia('(width < 48rem)')
  useEffect(() => {
    if (teaching)
      void attempt(async () => {
        ;(await marking.load()).learn()
      })
  }, [teaching, attempt, marking])
  return (
    <div
      role="group"
      aria-label={t('review.title')}
      className="mx-4 mb-3 flex flex-col gap-2.5 rounded-card bg-track p-3"
    >
      <Decided picture={picture} />
      <ExampleButtons picture={picture} />
      {teaching || learns ? (
        <OwnStrip picture={picture} />
      ) : (
        <>
          <LearnOffer />
          <GoodPartsOrder picture={picture} />
        </>
      )}
      {/* Where there is no line at the foot of the page that says so. */}
      {narrow ? (
        <div className="text-12 text-muted">
          <DecidedTally />
        </div>
      ) : null}
    </div>
  )
}

/** How many pictures of the list are decided, which a press sets beside what the model says; nothing where none is. */
export const DecidedTally = () => {
  const { t } = useReviewWords()
  const count = useAppState((state) => decidedCounts(state).all)
  const screen = useScreenStore()
  if (count === 0) return null
  return (
    <button
      type="button"
      data-tip={t('review.agreement.open')}
      onClick={() => {
        screen.setState({ dialog: 'agreement' })
      }}
      className="shrink-0 rounded-small px-1 underline decoration-dotted underline-offset-3 hover:text-text touch:h-11"
    >
      {t('review.count', { count })}
    </button>
  )
}

/** What an answer took, and the answer for machines. */
export const OwnFooter = ({ picture }: { readonly picture: Picture }) => (
  <TagRecordFooter
    picture={picture}
    recordOf={(state, selectors) => createOwnRecords(state, selectors)(picture)}
  />
)

/** How many pictures of the list are decided to be of a tag, or of none by `NONE_ID`. */
export const ExampleCount = ({ tagId }: { readonly tagId: string }) => {
  const { t, format } = useReviewWords()
  const count = useAppState((state) => decidedCounts(state).byTag.get(tagId) ?? 0)
  if (count === 0) return null
  return (
    <span
      role="img"
      aria-label={t('review.count', { count })}
      data-tip={t('review.count', { count })}
      className="inline-flex h-5 shrink-0 items-center gap-1 rounded-full bg-track px-1.5 text-12 text-muted tabular-nums"
    >
      <Check size={12} strokeWidth={2} aria-hidden />
      <span>{format.count(count)}</span>
    </span>
  )
}
