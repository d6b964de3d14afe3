import type { LoadPlan } from '../../core/model/load-plan'
import type { ModelChoice } from '../../core/model/model-choice'
import { SelectField } from '../primitives/select-field'
import { useActions, useAppState } from '../ui-context'
import { deviceName, precisions, words } from './words'

interface ChoiceFieldsProps {
  readonly choice: ModelChoice
  /** What is taken where the choice is left open; `null` while it is not known. */
  readonly plan: LoadPlan | null
}

/** Precision and device of a model that was chosen; a change asks anew how large it is. */
export const ChoiceFields = ({ choice, plan }: ChoiceFieldsProps) => {
  const { chooseModel } = useActions()
  const gpu = useAppState((state) => state.gpu)
  const automatic = (chosen: string | null) => ({
    value: 'auto' as const,
    label: chosen === null ? words.automaticPlain : words.automatic(chosen),
  })
  const noGpu = gpu !== null && gpu.kind !== 'hardware'
  return (
    <>
      <SelectField
        label={words.device}
        value={choice.device}
        choices={[
          automatic(plan && choice.device === 'auto' ? deviceName(plan.device) : null),
          { value: 'webgpu', label: noGpu ? words.gpuMissing : words.gpu, disabled: noGpu },
          { value: 'wasm', label: words.cpu },
        ]}
        onChange={(device) => void chooseModel({ ...choice, device })}
      />
      <SelectField
        label={words.precision}
        value={choice.dtype}
        choices={[automatic(plan && choice.dtype === 'auto' ? plan.dtype.vision : null), ...precisions]}
        onChange={(dtype) => void chooseModel({ ...choice, dtype })}
      />
    </>
  )
}
