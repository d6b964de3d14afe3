import { fixedLabelCatalogue } from '../../../core/model/catalogue/fixed-label-catalogue'
import { modelCatalogue } from '../../../core/model/catalogue/model-catalogue'
import type { ModelSource } from '../../../core/model/model-source'
import type { ModelPhase } from '../../../core/model/model-phase'
import { Button } from '../../primitives/button'
import { ProgressBar } from '../../primitives/progress-bar'
import { useActions, useAppState } from '../../context/ui-context'
import { Card } from '../card'
import { askedHost, hostOfSource, nameOfSource } from '../texts/model-name'
import type { AppState } from '../../../state/app-state'
import { type ModelWording, useModelWords } from '../texts/use-model-words'
import type { LoadPlan } from '../../../core/model/load-plan'
import type { ModelChoice } from '../../../core/model/model-choice'
import { SelectField } from '../../primitives/fields/select-field'

/** Precisions to choose from, smallest first. */
const PRECISIONS = ['q4f16', 'q8', 'fp16', 'fp32'] as const

interface ChoiceFieldsProps {
  readonly choice: ModelChoice
  /** What is taken where the choice is left open; `null` while it is not known. */
  readonly plan: LoadPlan | null
}

/** Precision and device of a model that was chosen; a change asks again how large it is. */
const ChoiceFields = ({ choice, plan }: ChoiceFieldsProps) => {
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

/** Bytes that this site may still keep; `null` where the browser does not say. */
const roomLeft = (storage: AppState['storage']): number | null => {
  const { quota = null, usage = null } = storage ?? {}
  return quota === null || usage === null ? null : Math.max(0, quota - usage)
}

type Planning = Extract<ModelPhase, { kind: 'planning' | 'planned' }>

/** What the model takes, in a sentence. */
export const describeSize = (
  { t, format }: ModelWording,
  phase: Planning,
  stored: AppState['storedModels'],
): string => {
  const host = askedHost(phase.choice.source, stored)
  if (phase.kind === 'planning') return host === null ? t('model.askingDevice') : t('model.asking', { host })
  const { missing, total } = phase.plan
  if (missing !== null && phase.agreed !== null)
    return t('model.moreThanNamed', { size: format.bytes(missing), agreed: format.bytes(phase.agreed) })
  if (phase.choice.newest && missing !== null) return t('model.newerIs', { size: format.bytes(missing) })
  if (missing === null) return t('model.sizeUnknown')
  return total !== null && missing < total
    ? t('model.missing', { missing: format.bytes(missing), total: format.bytes(total) })
    : t('model.sizeIs', { size: format.bytes(missing) })
}

/** What finer weights gain and cost, where our own kernels have a choice. */
const describeWeights = ({ t, format }: ModelWording, phase: Planning): string | null => {
  if (phase.kind === 'planning' || !phase.plan.weights) return null
  const { taken, finer, smaller, more } = phase.plan.weights
  const executor = phase.choice.executor === 'own-precise' ? 'own-precise' : 'own'
  return more === null
    ? null
    : t(`model.weights.${taken}.${executor}`, { finer, smaller, more: format.bytes(more) })
}

/** A model of the catalogues whose licence allows research alone. */
const researchOnly = (source: ModelSource) =>
  source.kind === 'hub'
    ? [...modelCatalogue, ...fixedLabelCatalogue].find(
        (model) => model.id === source.id && model.researchOnly,
      )
    : undefined

interface PlanCardProps {
  readonly phase: Planning
  readonly onDone: () => void
}

/** A model that was chosen: how large it is, at which precision, where it would run. Nothing is downloaded yet. */
export const PlanCard = ({ phase, onDone }: PlanCardProps) => {
  const words = useModelWords()
  const { t, format } = words
  const { confirmModel, cancelLoading } = useActions()
  const storage = useAppState((state) => state.storage)
  const stored = useAppState((state) => state.storedModels)
  const host = hostOfSource(phase.choice.source)
  const research = researchOnly(phase.choice.source)
  const missing = phase.kind === 'planned' ? phase.plan.missing : null
  const room = roomLeft(storage)
  const weights = describeWeights(words, phase)
  const tight = room !== null && missing !== null && missing > room
  return (
    <Card title={nameOfSource(phase.choice.source)}>
      <p aria-live="polite" className="min-h-10 text-pretty">
        <span>{describeSize(words, phase, stored)}</span>
        {host === null || phase.kind === 'planning' ? null : (
          <span className="block text-12 text-muted">{t('model.fromHost', { host })}</span>
        )}
      </p>
      <div className="flex gap-3 py-3 max-sm:flex-col">
        <ChoiceFields choice={phase.choice} plan={phase.kind === 'planned' ? phase.plan : null} />
      </div>
      {weights === null ? null : <p className="pb-3 text-12 text-pretty text-muted">{weights}</p>}
      {research ? (
        <p className="pb-3 text-12 text-pretty text-danger">
          {t('model.researchOnly', { licence: research.licence.value })}
        </p>
      ) : null}
      {tight ? (
        <p className="pb-3 text-12 text-danger">{t('model.noRoom', { room: format.bytes(room) })}</p>
      ) : null}
      {phase.kind === 'planning' ? (
        <div className="flex h-8 items-center gap-3 touch:h-11">
          <ProgressBar label={describeSize(words, phase, stored)} share={null} className="flex-1" />
          <Button variant="quiet" onClick={cancelLoading}>
            {t('model.cancelShort')}
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
            {missing === null
              ? t('model.downloadUnknown')
              : t('model.download', { size: format.bytes(missing) })}
          </Button>
          <Button variant="quiet" onClick={cancelLoading}>
            {t('model.notNow')}
          </Button>
        </div>
      )}
    </Card>
  )
}
