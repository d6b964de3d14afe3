import type { ModelPhase } from '../../core/model/model-phase'
import { Button } from '../primitives/button'
import { ErrorNote } from '../primitives/error-note'
import { useActions, useWords } from '../ui-context'
import { Card } from './card'
import type { ManagerTab } from './manager-tab'
import { nameOfModel, nameOfSource } from './model-name'
import { nextSteps, type NextStep } from './next-steps'

interface FailedCardProps {
  readonly phase: Extract<ModelPhase, { kind: 'failed' }>
  readonly onTab: (tab: ManagerTab) => void
}

/** Why a model could not be loaded, and the ways on. */
export const FailedCard = ({ phase, onTab }: FailedCardProps) => {
  const { t } = useWords()
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
      <ErrorNote error={error}>
        {nextSteps(error.code).map((step) => (
          <Button key={step} size="small" onClick={steps[step].run}>
            {steps[step].label}
          </Button>
        ))}
      </ErrorNote>
      {previous ? (
        <p className="pt-2 text-12 text-muted">
          {t('model.previousWorks', { name: nameOfModel(previous.model) })}
        </p>
      ) : null}
    </Card>
  )
}
