import { useEffect, useState } from 'react'
import { FiguresHead, FiguresTable } from '../../primitives/figures-table'
import type { Share, TagAgreement } from '../../../core/tasks/decisions/agreement'
import type { MeasuredAgreement } from '../../../state/tasks/decisions/measure-agreement'
import { useActions, useAppState, useScreenStore } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { useReviewWords } from '../../pictures/use-decision'
import { Button } from '../../primitives/button'
import { CutText } from '../../primitives/cut-text/cut-text'
import { DialogFrame } from '../../primitives/dialog/dialog-frame'
import { Swatch } from '../../primitives/swatch'
import { useShowOnly } from '../own/report/use-show-only'
import { ConfusionTable } from './confusion-table'

/** How far the model agrees, made out again whenever something changes that it depends on; `undefined` until it is known. */
const useAgreement = (): MeasuredAgreement | null | undefined => {
  const { marking } = useActions()
  const attempt = useAttempt()
  const marks = useAppState((state) => state.marks)
  const tags = useAppState((state) => state.tags)
  const prompts = useAppState((state) => state.promptEmbeddings)
  const settings = useAppState((state) => state.settings)
  const ready = useAppState(({ queue }) => queue.kind === 'idle')
  const [found, setFound] = useState<MeasuredAgreement | null | undefined>(undefined)
  useEffect(() => {
    const leaving = new AbortController()
    void attempt(async () => {
      const { review } = await marking.load()
      const agreement = await review.agreement(leaving.signal)
      if (!leaving.signal.aborted) setFound(agreement)
    })
    return () => {
      leaving.abort()
    }
  }, [attempt, marking, marks, tags, prompts, settings, ready])
  return found
}

const NUMBER = 'px-3 py-1.5 text-end tabular-nums whitespace-nowrap'

const ShareCell = ({ share }: { readonly share: Share | null }) => {
  const { t, format } = useReviewWords()
  return (
    <td className={NUMBER}>
      {share === null
        ? '–'
        : t('review.agreement.share', {
            share: format.percent(share.share),
            low: format.percent(share.low),
            high: format.percent(share.high),
          })}
    </td>
  )
}

const ThresholdCell = ({
  tagId,
  agreement,
}: {
  readonly tagId: string
  readonly agreement: TagAgreement
}) => {
  const { t, format } = useReviewWords()
  const { setTagThreshold } = useActions()
  const tag = useAppState(({ tags }) => tags.find(({ id }) => id === tagId))
  const { suggested } = agreement
  if (!suggested || !tag) return <td className={NUMBER}>–</td>
  const percent = format.percent(suggested.threshold)
  return (
    <td className={NUMBER}>
      <Button
        size="small"
        aria-label={t('review.agreement.useThreshold', { percent, tag: tag.text })}
        data-tip={t('review.agreement.gain', {
          now: format.percent(suggested.now),
          then: format.percent(suggested.then),
        })}
        onClick={() => {
          setTagThreshold(tagId, suggested.threshold)
        }}
      >
        {t('review.agreement.use', { percent })}
      </Button>
    </td>
  )
}

const TagTable = ({ agreement }: { readonly agreement: MeasuredAgreement }) => {
  const { t, format } = useReviewWords()
  const tags = useAppState((state) => state.tags)
  return (
    <FiguresTable name={t('review.agreement.byTag')} className="max-w-full min-w-0 grow">
      <table className="w-full border-collapse text-start">
        <caption className="pb-1.5 text-start font-semibold">{t('review.agreement.byTag')}</caption>
        <FiguresHead
          rows={t('review.agreement.tag')}
          figures={(['decidedHead', 'precision', 'recall', 'threshold'] as const).map((key) =>
            t(`review.agreement.${key}`),
          )}
        />
        <tbody>
          {tags.map(({ id, text, hue }, place) => {
            const own = agreement.tags[place]
            return own ? (
              <tr key={id} className="border-t border-line">
                <th scope="row" className="max-w-56 py-1.5 pe-3 text-start font-normal">
                  <span className="flex items-center gap-2">
                    <Swatch hue={hue} />
                    <CutText text={text} />
                  </span>
                </th>
                <td className={NUMBER}>{format.count(own.decided)}</td>
                <ShareCell share={own.precision} />
                <ShareCell share={own.recall} />
                <ThresholdCell tagId={id} agreement={own} />
              </tr>
            ) : null
          })}
        </tbody>
      </table>
    </FiguresTable>
  )
}

const Found = ({
  agreement,
  onShown,
}: {
  readonly agreement: MeasuredAgreement
  readonly onShown: () => void
}) => {
  const { t, format } = useReviewWords()
  const tags = useAppState((state) => state.tags)
  const showOnly = useShowOnly(onShown)
  const { accuracy, table, count } = agreement
  if (accuracy === null) return <p className="text-muted">{t('review.agreement.nothing')}</p>
  const names = [...tags.map(({ text }) => text), t('review.none')]
  return (
    <>
      <div className="grid max-w-prose grid-cols-1 gap-1.5">
        <p className="text-14 tabular-nums">
          {t('review.agreement.agrees', {
            count,
            share: format.percent(accuracy.share),
            low: format.percent(accuracy.low),
            high: format.percent(accuracy.high),
          })}
        </p>
        <p className="text-muted">{t('review.agreement.how')}</p>
      </div>
      {/* Side by side where both fit, else each as wide as the dialog. */}
      <div className="flex flex-wrap items-start gap-x-10 gap-y-6">
        <TagTable agreement={agreement} />
        {table ? (
          <div className="min-w-0 max-w-full">
            <ConfusionTable
              title={t('review.agreement.table')}
              how={t('review.agreement.tableHow')}
              names={names}
              table={table}
              cell={(of, truth, answer) => t('review.agreement.cell', { count: of, truth, answer })}
              onShow={(truth, answer) => {
                showOnly(
                  agreement.idsOf(truth, answer),
                  t('review.agreement.shown', { truth: names[truth] ?? '', answer: names[answer] ?? '' }),
                )
              }}
            />
          </div>
        ) : null}
      </div>
    </>
  )
}

/** How far the model agrees with what the person has decided, in all and tag by tag, and what would have it agree better. */
export const AgreementDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useReviewWords()
  const agreement = useAgreement()
  const screen = useScreenStore()
  return (
    <DialogFrame title={t('review.agreement.title')} shape="wide" onClose={onClose}>
      <div aria-busy={agreement === undefined} className="grid grid-cols-1 gap-6 p-4 text-13 md:p-6">
        {agreement === undefined ? (
          <p role="status" className="text-muted">
            {t('review.agreement.counting')}
          </p>
        ) : agreement === null ? (
          <p className="text-muted">{t('review.agreement.noTags')}</p>
        ) : (
          <Found agreement={agreement} onShown={onClose} />
        )}
        <div>
          <Button
            onClick={() => {
              onClose()
              screen.setState({ dialog: 'compare' })
            }}
          >
            {t('review.agreement.compare')}
          </Button>
        </div>
      </div>
    </DialogFrame>
  )
}
