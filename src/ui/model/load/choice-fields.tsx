import type { LoadPlan } from '../../../core/model/load-plan'
import type { ModelChoice } from '../../../core/model/model-choice'
import { SelectField } from '../../primitives/fields/select-field'
import { useActions, useAppState } from '../../context/ui-context'
import { useModelWords } from '../texts/use-model-words'

/** Precisions to choose from, smallest first. */
const PRECISIONS = ['q4f16', 'q8', 'fp16', 'fp32'] as const

interface ChoiceFieldsProps {
  readonly choice: ModelChoice
  /** What is taken where the choice is left open; `null` while it is not known. */
  readonly plan: LoadPlan | null
}

/** Precision and device of a model that was chosen; a change asks again how large it is. */
export const ChoiceFields = ({ choice, plan }: ChoiceFieldsProps) => {
  const { t } = useModelWords()
  const { chooseModel } = useActions()
  const gpu = useAppState((state) => state.gpu)
  const automatic = (chosen: string | null) => ({
    value: 'auto' as const,
    label: chosen === null ? t('model.automaticPlain') : t('model.automatic', { chosen }),
  })
  const noGpu = gpu !== null && gpu.kind !== 'hardware'
  return (
    <>
      <SelectField
        label={t('model.device')}
        value={choice.device}
        choices={[
          automatic(plan && choice.device === 'auto' ? t(`model.devices.${plan.device}`) : null),
          { value: 'webgpu', label: noGpu ? t('model.gpuMissing') : t('model.gpu'), disabled: noGpu },
          { value: 'wasm', label: t('model.cpu') },
        ]}
        onChange={(device) => void chooseModel({ ...choice, device })}
      />
      <SelectField
        label={t('model.precision')}
        value={choice.dtype}
        choices={[
          automatic(plan && choice.dtype === 'auto' ? plan.dtype.vision : null),
          ...PRECISIONS.map((value) => ({ value, label: t(`model.precisions.${value}`) })),
        ]}
        onChange={(dtype) => void chooseModel({ ...choice, dtype })}
      />
    </>
  )
}
