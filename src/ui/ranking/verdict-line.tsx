import { CircleSlash, Info, type LucideIcon } from 'lucide-react'
import { useMemo } from 'react'
import { shorten } from '../../core/tags/visible-text'
import type { Picture } from '../../state/app-state'
import { toVerdict } from '../../state/tasks/verdict'
import { CutText } from '../primitives/cut-text/cut-text'
import { useApp, useAppState, useWords } from '../context/ui-context'
import { currentModel } from '../../state/model/current-model'
import { LatePhotoOffer } from '../model/offer/late-photo-offer'

/** Letters of the tag that is named in a sentence. */
const LONGEST = 60

const ROW = 'flex items-center gap-1.5 px-4 pb-2 text-16 font-semibold'

const Unanswered = ({ icon: Icon, text }: { readonly icon: LucideIcon; readonly text: string }) => (
  <div className={ROW}>
    <Icon size={16} strokeWidth={2} aria-hidden className="shrink-0 text-muted" />
    <p>{text}</p>
  </div>
)

/** The answer in one word, before any bar: what the picture is, that nothing fits, or that the model cannot tell. */
export const VerdictLine = ({ picture }: { readonly picture: Picture }) => {
  const { t, format } = useWords()
  const { selectors } = useApp()
  const labels = useAppState((state) => selectors.labels(state, picture))
  const isBeyond = useAppState((state) => selectors.isBeyondModel(state, picture))
  const verdict = useMemo(() => toVerdict(labels, isBeyond), [labels, isBeyond])
  switch (verdict?.kind) {
    case undefined:
      return null
    case 'cannot-tell':
      return <Unanswered icon={Info} text={t('ranking.cannotTell')} />
    case 'none':
      return (
        <>
          <Unanswered icon={CircleSlash} text={t('pictures.none')} />
          <p className="-mt-1.5 px-4 pb-2 text-12 break-words text-muted">
            {t('ranking.noneText', { nearest: shorten(verdict.nearest.tag, LONGEST) })}
          </p>
        </>
      )
    case 'answer': {
      const [only] = verdict.labels
      const share = verdict.labels.length === 1 ? (only?.probability ?? null) : null
      const tags = format.list(verdict.labels.map(({ tag }) => tag))
      return (
        <div className={ROW}>
          <span className="flex min-w-0">
            <CutText text={tags} />
            {share === null ? null : <span>{t('units.comma').trim()}</span>}
          </span>
          {share === null ? null : (
            <bdi dir="ltr" className="shrink-0 tabular-nums">
              {`${format.percent(share)}\u202f%`}
            </bdi>
          )}
        </div>
      )
    }
  }
}

/**
 * Says when a model is asked about something that it was not made for, and offers one that was. Only the
 * built-in model names what it is for.
 */
export const RelianceNote = ({
  picture,
  offers = true,
}: {
  readonly picture: Picture
  /** Without it, it only says so: the offer stands elsewhere on the page. */
  readonly offers?: boolean
}) => {
  const { t } = useWords()
  const { selectors } = useApp()
  const model = useAppState((state) => currentModel(state.model))
  const isBeyond = useAppState((state) => selectors.isBeyondModel(state, picture))
  if (!model || !isBeyond) return null
  return (
    <div data-photo-offer className="mx-4 mb-3 rounded-control bg-accent-soft p-3">
      <p>{t('ranking.unreliableDrawings', { name: model.name })}</p>
      {offers ? <LatePhotoOffer size="full" /> : null}
    </div>
  )
}
