import type { LoadedModel } from '../core/model/loaded-model'
import type { ModelPhase } from '../core/model/model-phase'

/** The model that answers now, if any: while another loads, or after it failed to, the one before it. */
export const currentModel = (phase: ModelPhase): LoadedModel | null => {
  switch (phase.kind) {
    case 'ready':
      return phase.model
    case 'loading':
    case 'failed':
      return phase.previous
    case 'none':
      return null
  }
}
