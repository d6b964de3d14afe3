import { assertNever } from '../../../core/errors/assert-never'
import { useAppState } from '../../ui-context'
import { DownloadCard } from './download-card'
import { FailedCard } from './failed-card'
import type { ManagerTab } from '../manager-tab'
import { PlanCard } from './plan-card'

interface UnderwayCardProps {
  readonly onTab: (tab: ManagerTab) => void
  readonly onDone: () => void
}

/** What is under way beside the model that answers, if anything. */
export const UnderwayCard = ({ onTab, onDone }: UnderwayCardProps) => {
  const model = useAppState((state) => state.model)
  switch (model.kind) {
    case 'none':
    case 'ready':
      return null
    case 'planning':
    case 'planned':
      return <PlanCard phase={model} onDone={onDone} />
    case 'loading':
    case 'paused':
      return <DownloadCard phase={model} />
    case 'failed':
      return <FailedCard phase={model} onTab={onTab} />
    default:
      return assertNever(model)
  }
}
