import type { FixedLabelModel, LoadedModel, ZeroShotModel } from '../../core/model/loaded-model'
import type { AnsweringModel, ModelPhase } from '../../core/model/model-phase'

/** The model that answers now, if any, and how it was asked for: while another loads, the one before it. */
export const answeringModel = (phase: ModelPhase): AnsweringModel | null => {
  switch (phase.kind) {
    case 'ready':
      return phase
    case 'planning':
    case 'planned':
    case 'loading':
    case 'paused':
    case 'failed':
      return phase.previous
    case 'none':
      return null
  }
}

/** The model that answers now, if any. */
export const currentModel = (phase: ModelPhase): LoadedModel | null => answeringModel(phase)?.model ?? null

/** The model that answers now, if it compares pictures with tags. */
export const zeroShotModel = (phase: ModelPhase): ZeroShotModel | null => {
  const model = currentModel(phase)
  return model?.task === 'zero-shot' ? model : null
}

/** The model that answers now, if it knows fixed labels only. */
export const fixedLabelModel = (phase: ModelPhase): FixedLabelModel | null => {
  const model = currentModel(phase)
  return model?.task === 'fixed-labels' ? model : null
}
