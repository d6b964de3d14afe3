import type { Demotion } from '../core/runtime/demotion'
import type { LoadedModel } from '../core/model/loaded-model'

const whatHappened = (reason: Demotion['reason']): string =>
  reason === 'wrong-numbers' ? 'gave wrong numbers' : 'gave no usable answer'

/** Says in one line why a model runs elsewhere than it was meant to. `null` where it does not. */
export const describeDemotion = ({
  demotedFrom,
  device,
  dtype,
}: Pick<LoadedModel, 'demotedFrom' | 'device' | 'dtype'>): string | null => {
  if (demotedFrom === null) return null
  const what = whatHappened(demotedFrom.reason)
  if (demotedFrom.device === 'wasm') return 'Several threads did not work on this device, so one is used.'
  return device === 'webgpu'
    ? `The graphics card ${what} in ${demotedFrom.dtype}, so ${dtype.vision} is used.`
    : `The graphics card ${what}, so the CPU is used.`
}
