import type { LoadedModel } from '../core/model/loaded-model'
import type { DemotionReason } from '../core/runtime/demotion'

const whatHappened: Readonly<Record<DemotionReason, string>> = {
  'wrong-numbers': 'gave wrong numbers',
  silent: 'gave no answer',
  crashed: 'stopped the engine',
  unusable: 'could not be used',
  'no-file': 'has no file of this model that it can run',
}

/** Says in one line why a model runs elsewhere than it was meant to. `null` where it does not. */
export const describeDemotion = ({
  demotedFrom,
  device,
  dtype,
}: Pick<LoadedModel, 'demotedFrom' | 'device' | 'dtype'>): string | null => {
  if (demotedFrom === null) return null
  if (demotedFrom.device === 'wasm') return 'Several threads did not work on this device, so one is used.'
  const what = whatHappened[demotedFrom.reason]
  return device === 'webgpu'
    ? `The graphics card ${what} in ${demotedFrom.dtype}, so ${dtype.vision} is used.`
    : `The graphics card ${what}, so the CPU is used.`
}
