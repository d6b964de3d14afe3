import type { LoadedModel } from '../core/model/loaded-model'
import type { ModelPhase } from '../core/model/model-phase'

/** The model that answers now, if any: while another loads, the one before it. */
export const currentModel = (phase: ModelPhase): LoadedModel | null => {
  switch (phase.kind) {
    case 'ready':
      return phase.model
    case 'loading':
      return phase.previous
    case 'none':
    case 'failed':
      return null
  }
}
