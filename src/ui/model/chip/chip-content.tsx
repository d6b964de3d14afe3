import { BadgeCheck, CircleAlert, TriangleAlert } from 'lucide-react'
import { assertNever } from '../../../core/errors/assert-never'
import type { LoadedModel, LoadProgress } from '../../../core/model/loaded-model'
import type { AnsweringModel } from '../../../core/model/model-phase'
import { CutText } from '../../primitives/cut-text/cut-text'
import type { Wording } from '../../../words/wording'
import { useApp, useAppState, useWords } from '../../context/ui-context'
import { amountOf } from '../texts/amount-of'
import { describeScope, nameOfModel, nameOfSource } from '../texts/model-name'

const Dot = ({ className }: { readonly className: string }) => (
  <span aria-hidden className={`size-2 shrink-0 rounded-full ${className}`} />
)

interface SeparatedProps {
  readonly children: string
  /** Kept where there is little room. */
  readonly always?: boolean
}

const Separated = ({ children, always = false }: SeparatedProps) => (
  <span className={always ? 'shrink-0 text-muted' : 'shrink-0 text-muted max-sm:hidden'}>
    <span aria-hidden className="pe-2">
      ·
    </span>
    <span>{children}</span>
  </span>
)

/** Whether the numbers are right, as one small mark; none while they mean nothing for what is on the page. */
const CheckMark = ({ selfCheck }: Pick<LoadedModel, 'selfCheck'>) => {
  const { t } = useWords()
  const { selectors } = useApp()
  const isBeyond = useAppState((state) => selectors.beyondModelCount(state) > 0)
  if (selfCheck.kind === 'plausible' || isBeyond) return null
  const [Icon, name, colour] =
    selfCheck.kind === 'verified'
      ? ([BadgeCheck, t('model.verified'), 'text-ok'] as const)
      : ([CircleAlert, t('model.inexact'), 'text-muted'] as const)
  return (
    <span className="shrink-0" data-tip={name}>
      <Icon size={14} strokeWidth={2} aria-hidden className={colour} />
      <span className="sr-only">{name}</span>
    </span>
  )
}

const Ready = ({ model, choice }: AnsweringModel) => {
  const words = useWords()
  const { t } = words
  return (
    <>
      <Dot className="bg-ok" />
      <CutText text={nameOfModel(model)} />
      {model.scope === '' ? null : <Separated always>{describeScope(words, model.scope)}</Separated>}
      {choice.source.kind === 'disk' ? <Separated always>{t('model.ownFile')}</Separated> : null}
      <Separated>{t(`model.devices.${model.device}`)}</Separated>
      <Separated>{model.dtype.vision}</Separated>
      <CheckMark selfCheck={model.selfCheck} />
    </>
  )
}

/** How far a load is, in as few characters as say it. */
const shortProgress = (words: Wording, { stage, loaded, total }: LoadProgress): string => {
  const { t } = words
  if (stage !== 'downloading') return t(`model.stages.${stage}`)
  return total === null
    ? amountOf(words, loaded, null)
    : t('units.percent', { value: Math.floor((loaded / total) * 100) })
}

/** What the chip says, by the model's phase. */
export const ChipContent = () => {
  const words = useWords()
  const { t } = words
  const model = useAppState((state) => state.model)
  switch (model.kind) {
    case 'none':
      return (
        <>
          <Dot className="border-[1.5px] border-control" />
          <span className="truncate">{t('model.none')}</span>
        </>
      )
    case 'planning':
    case 'planned':
      // Nothing has been agreed to yet: the chip goes on showing what answers.
      return model.previous ? (
        <Ready {...model.previous} />
      ) : (
        <>
          <Dot className="border-[1.5px] border-control" />
          <CutText text={nameOfSource(model.choice.source)} />
        </>
      )
    case 'loading':
      return (
        <>
          <Dot className="animate-breathe bg-accent" />
          <CutText text={nameOfSource(model.choice.source)} />
          <span className="min-w-9 shrink-0 text-end text-muted tabular-nums">
            {shortProgress(words, model.progress)}
          </span>
        </>
      )
    case 'paused':
      return (
        <>
          <Dot className="bg-control" />
          <CutText text={nameOfSource(model.choice.source)} />
          <Separated always>{t('model.paused')}</Separated>
        </>
      )
    case 'ready':
      return <Ready model={model.model} choice={model.choice} />
    case 'failed':
      // What could not even be planned concerns the panel alone.
      return model.during === 'planning' && model.previous ? (
        <Ready {...model.previous} />
      ) : (
        <>
          <TriangleAlert size={14} strokeWidth={2} aria-hidden className="shrink-0 text-danger" />
          <CutText text={t('model.failed', { name: nameOfSource(model.choice.source) })} />
        </>
      )
    default:
      return assertNever(model)
  }
}
