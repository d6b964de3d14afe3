import type { ModelPhase } from '../../core/model/model-phase'
import { Button } from '../primitives/button'
import { formatBytes } from '../primitives/format'
import { ProgressBar } from '../primitives/progress-bar'
import { useActions, useAppState } from '../ui-context'
import { Card } from './card'
import { ChoiceFields } from './choice-fields'
import { hostOfSource, nameOfSource } from './model-name'
import { roomLeft } from './room-left'
import { words } from './words'

type Planning = Extract<ModelPhase, { kind: 'planning' | 'planned' }>

/** What the model takes, in a sentence. */
const describeSize = (phase: Planning): string => {
  const host = hostOfSource(phase.choice.source)
  if (phase.kind === 'planning') return host === null ? words.askingDevice : words.asking(host)
  const { missing, total } = phase.plan
  if (missing === null) return words.sizeUnknown
  return total !== null && missing < total
    ? words.missing(formatBytes(missing), formatBytes(total))
    : words.sizeIs(formatBytes(missing))
}

interface PlanCardProps {
  readonly phase: Planning
  readonly onDone: () => void
}

/** A model that was chosen: how large it is, at which precision, where it would run. Nothing is downloaded yet. */
export const PlanCard = ({ phase, onDone }: PlanCardProps) => {
  const { confirmModel, cancelLoading } = useActions()
  const storage = useAppState((state) => state.storage)
  const host = hostOfSource(phase.choice.source)
  const missing = phase.kind === 'planned' ? phase.plan.missing : null
  const room = roomLeft(storage)
  const tight = room !== null && missing !== null && missing > room
  return (
    <Card title={nameOfSource(phase.choice.source)}>
      <p aria-live="polite" className="min-h-10 text-pretty">
        {describeSize(phase)}
        {host === null || phase.kind === 'planning' ? null : (
          <span className="block text-12 text-muted">{words.fromHost(host)}</span>
        )}
      </p>
      <div className="flex gap-3 py-3 max-sm:flex-col">
        <ChoiceFields choice={phase.choice} plan={phase.kind === 'planned' ? phase.plan : null} />
      </div>
      {tight ? <p className="pb-3 text-12 text-danger">{words.noRoom(formatBytes(room))}</p> : null}
      {phase.kind === 'planning' ? (
        <div className="flex h-8 items-center gap-3 touch:h-11">
          <ProgressBar label={describeSize(phase)} share={null} className="flex-1" />
          <Button variant="quiet" onClick={cancelLoading}>
            {words.cancelShort}
          </Button>
        </div>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            onClick={() => {
              confirmModel()
              onDone()
            }}
          >
            {missing === null ? words.downloadUnknown : words.download(formatBytes(missing))}
          </Button>
          <Button variant="quiet" onClick={cancelLoading}>
            {words.notNow}
          </Button>
        </div>
      )}
    </Card>
  )
}
