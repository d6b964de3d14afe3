import type { LoadedModel } from '../../core/model/loaded-model'
import type { DemotionReason } from '../../core/runtime/demotion'
import type { Wording } from '../../words/wording'

/** Why a model runs elsewhere than it was meant to. */
export type ToldDemotion =
  | { readonly kind: 'threads' }
  /** Still on the graphics card, in another precision. */
  | {
      readonly kind: 'precision'
      readonly reason: DemotionReason
      readonly from: string
      readonly to: string
    }
  | { readonly kind: 'cpu'; readonly reason: DemotionReason }

/** The demotion of a model; `null` where it runs as it was meant to. */
export const demotionOf = ({
  demotedFrom,
  device,
  dtype,
}: Pick<LoadedModel, 'demotedFrom' | 'device' | 'dtype'>): ToldDemotion | null => {
  if (demotedFrom === null) return null
  if (demotedFrom.device === 'wasm') return { kind: 'threads' }
  const { reason } = demotedFrom
  return device === 'webgpu'
    ? { kind: 'precision', reason, from: demotedFrom.dtype, to: dtype.vision }
    : { kind: 'cpu', reason }
}

/** Whether two models run otherwise than they were meant to in the same way. */
export const isSameDemotion = (a: ToldDemotion, b: ToldDemotion | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Says a demotion in one line. */
export const describeDemotion = ({ t }: Wording, demotion: ToldDemotion): string => {
  switch (demotion.kind) {
    case 'threads':
      return t('model.demotion.threads')
    case 'precision': {
      const { reason, from, to } = demotion
      return t(`model.demotion.precision.${reason}`, { from, to })
    }
    case 'cpu':
      return t(`model.demotion.cpu.${demotion.reason}`)
  }
}
