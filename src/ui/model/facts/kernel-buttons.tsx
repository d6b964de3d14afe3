import { readsWords } from '../../../core/model/loaded-model'
import type { ModelChoice } from '../../../core/model/model-choice'
import type { AnsweringModel } from '../../../core/model/model-phase'
import { isUnquantised } from '../../../core/runtime/vision-dtypes'
import { Button } from '../../primitives/button'
import { useActions } from '../../context/ui-context'
import { useModelWords } from '../texts/use-model-words'

interface ChangeProps {
  readonly label: string
  /** What it is for; left out where its label says it all. */
  readonly tip?: string
  readonly choice: ModelChoice
}

/** Asks for the same model, run otherwise. */
const Change = ({ label, tip, choice }: ChangeProps) => {
  const { chooseModel } = useActions()
  return (
    <Button size="small" data-tip={tip} aria-description={tip} onClick={() => void chooseModel(choice)}>
      {label}
    </Button>
  )
}

/** Runs the model on our own kernels, closer to what was published on them, or on ONNX Runtime again. */
export const KernelButtons = ({ answering: { model, choice } }: { readonly answering: AnsweringModel }) => {
  const { t } = useModelWords()
  const { kind } = choice.source
  // Of a model that was refused the table says why; the built-in one is no transformer.
  const mayTry = readsWords(model) && model.device === 'wasm' && !model.executor && kind !== 'app'
  if (mayTry)
    return (
      <Change label={t('model.tryOwn')} tip={t('model.tryOwnText')} choice={{ ...choice, executor: 'own' }} />
    )
  if (model.executor?.kind !== 'own') return null
  // A model of the person's own has no host to ask.
  const mayBeFiner = kind !== 'disk' && !isUnquantised(model.dtype.vision)
  return (
    <>
      <Change label={t('model.leaveOwn')} choice={{ ...choice, executor: undefined }} />
      {model.executor.precision === 'int8' ? (
        <Change
          label={t('model.roundLess')}
          tip={t('model.roundLessText')}
          choice={{ ...choice, executor: 'own-precise' }}
        />
      ) : null}
      {mayBeFiner ? (
        <Change
          label={t('model.finerWeights')}
          tip={t('model.finerWeightsText')}
          choice={{ ...choice, dtype: 'auto', finer: true }}
        />
      ) : null}
    </>
  )
}
