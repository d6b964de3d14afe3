import type { ModelPhase } from '../../../core/model/model-phase'
import { Button } from '../../primitives/button'
import { ErrorNote } from '../../primitives/error-note'
import { useActions } from '../../context/ui-context'
import { Card } from '../card'
import type { ManagerTab } from '../manager-tab'
import { isWithoutHub, NoHubNote } from './no-hub-note'
import { nameOfModel, nameOfSource } from '../texts/model-name'
import type { TaglensErrorCode } from '../../../core/errors/taglens-error'
import { useModelWords } from '../texts/use-model-words'

/** What may help after a model could not be loaded. */
type NextStep = 'retry' | 'choose' | 'cpu' | 'room'

const steps: Readonly<Partial<Record<TaglensErrorCode, readonly NextStep[]>>> = {
  NETWORK: ['retry', 'choose'],
  MODEL_NOT_FOUND: ['choose', 'retry'],
  MODEL_CORRUPT: ['retry', 'choose'],
  UNSUPPORTED_MODEL: ['choose'],
  STORAGE_FULL: ['room', 'retry'],
  OUT_OF_MEMORY: ['retry', 'choose'],
  GPU_LOST: ['retry', 'cpu'],
  WRONG_NUMBERS: ['cpu', 'choose'],
  ENGINE_TIMEOUT: ['retry', 'cpu'],
  ENGINE_CRASHED: ['retry', 'cpu'],
}

/** The ways on that fit an error, the likeliest first. */
const nextSteps = (code: TaglensErrorCode): readonly NextStep[] => steps[code] ?? ['retry', 'choose']

interface FailedCardProps {
  readonly phase: Extract<ModelPhase, { kind: 'failed' }>
  readonly onTab: (tab: ManagerTab) => void
}

/** Why a model could not be loaded, and the ways on. */
export const FailedCard = ({ phase, onTab }: FailedCardProps) => {
  const { t } = useModelWords()
  const { retryModel, cancelLoading, chooseModel } = useActions()
  const { choice, error, previous } = phase
  const steps: Readonly<Record<NextStep, { readonly label: string; readonly run: () => void }>> = {
    retry: { label: t('model.retry'), run: retryModel },
    choose: {
      label: t('model.chooseAnother'),
      run: () => {
        cancelLoading()
        onTab('choose')
      },
    },
    cpu: { label: t('model.useCpu'), run: () => void chooseModel({ ...choice, device: 'wasm' }) },
    room: {
      label: t('model.freeRoom'),
      run: () => {
        onTab('stored')
      },
    },
  }
  return (
    <Card title={t('model.failed', { name: nameOfSource(choice.source) })}>
      {isWithoutHub(phase) ? (
        <NoHubNote phase={phase} />
      ) : (
        <ErrorNote error={error}>
          {nextSteps(error.code).map((step) => (
            <Button key={step} size="small" onClick={steps[step].run}>
              {steps[step].label}
            </Button>
          ))}
          <Button size="small" variant="quiet" onClick={cancelLoading}>
            {t('model.dismiss')}
          </Button>
        </ErrorNote>
      )}
      {previous ? (
        <p className="pt-2 text-12 text-muted">
          {t('model.previousWorks', { name: nameOfModel(previous.model) })}
        </p>
      ) : null}
    </Card>
  )
}
