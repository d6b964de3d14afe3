import type { ReactNode } from 'react'
import type { CatalogueModel, Fact } from '../../../core/model/catalogue/catalogue-model'
import { fixedLabelCatalogue } from '../../../core/model/catalogue/fixed-label-catalogue'
import { modelCatalogue } from '../../../core/model/catalogue/model-catalogue'
import type { AnsweringModel } from '../../../core/model/model-phase'
import type { ModelClaim } from '../../../core/model/stored/model-claim'
import { type ModelSource, sourceKey } from '../../../core/model/model-source'
import { readsWords, type LoadedModel } from '../../../core/model/loaded-model'
import type { ExecutorFacts } from '../../../core/runtime/executor'
import type { GpuCapability } from '../../../core/runtime/capabilities'
import { Disclosure } from '../../primitives/disclosure'
import { useActions, useAppState } from '../../context/ui-context'
import { useClock } from '../../shell/use-clock'
import { describeScope, hostOfSource, nameOfSource } from '../texts/model-name'
import type { FactRow as ModelFact } from '../../tasks/task-view'
import { taskViews } from '../../tasks/task-views'
import { describeSelfCheck } from './describe-self-check'
import { type ModelWording, useModelWords } from '../texts/use-model-words'

/** How often the speed is looked at: it is a figure to read, not to watch. */
const SPEED_MS = 2000

interface SourcedProps {
  readonly fact: Fact<string | number>
  readonly children: ReactNode
}

/** What is said of a model, with the way to where it is written. */
const Sourced = ({ fact, children }: SourcedProps) => {
  const { t } = useModelWords()
  return (
    <>
      <a
        href={fact.source}
        target="_blank"
        rel="noreferrer"
        className="underline decoration-line underline-offset-2 hover:decoration-current"
      >
        {children}
      </a>
      {fact.checked ? null : <span className="text-muted">{` (${t('model.unchecked')})`}</span>}
    </>
  )
}

const adapterOf = (model: LoadedModel, gpu: GpuCapability | null): readonly string[] =>
  model.device === 'webgpu' && gpu && gpu.kind !== 'none' && gpu.adapter !== '' ? [gpu.adapter] : []

const precisionOf = ({ t }: ModelWording, model: LoadedModel): string =>
  model.dtype.text !== undefined && model.dtype.vision !== model.dtype.text
    ? t('model.towers', { vision: model.dtype.vision, text: model.dtype.text })
    : model.dtype.vision

const executorOf = ({ t, format }: ModelWording, executor: ExecutorFacts): string =>
  executor.kind !== 'own'
    ? t('model.executors.refused', { reason: executor.refused })
    : executor.distance === null
      ? t('model.executors.known', { precision: executor.precision })
      : t('model.executors.own', {
          precision: executor.precision,
          distance: format.decimal(executor.distance, 4),
        })

const licenceOf = (
  { t }: ModelWording,
  { licence, researchOnly }: Pick<CatalogueModel, 'licence' | 'researchOnly'>,
): string => (researchOnly ? t('model.licenceResearch', { licence: licence.value }) : licence.value)

/** Who answers for the model's files. */
const originOf = ({ t }: ModelWording, source: ModelSource, claim: ModelClaim | null): string => {
  if (source.kind === 'app') return t('model.originApp')
  if (source.kind !== 'disk') return hostOfSource(source) ?? ''
  return claim
    ? t('model.originClaim', { name: nameOfSource(claim.source), host: hostOfSource(claim.source) ?? '' })
    : t('model.originFile')
}

const isRow = (row: ModelFact | null): row is ModelFact => row !== null

/** How the model runs here, and who answers for its files. */
const runningFacts = (
  words: ModelWording,
  { model, choice }: AnsweringModel,
  claim: ModelClaim | null,
  gpu: GpuCapability | null,
  speed: number | null,
): readonly ModelFact[] => {
  const { t, format } = words
  const rows: readonly (ModelFact | null)[] = [
    [t('model.selfCheck'), describeSelfCheck(words, model.selfCheck)],
    [
      t('model.device'),
      format.list([
        t(`model.devices.${model.device}`),
        ...adapterOf(model, gpu),
        t('model.threads', { count: model.threads }),
      ]),
    ],
    [t('model.precision'), precisionOf(words, model)],
    model.executor ? [t('model.executor'), executorOf(words, model.executor)] : null,
    readsWords(model) && model.textExecutor
      ? [t('model.textExecutor'), executorOf(words, model.textExecutor)]
      : null,
    [
      t('model.speed'),
      speed === null ? t('model.speedUnknown') : t('model.perSecond', { rate: format.rate(speed) }),
    ],
    [t('model.size'), format.list([format.bytes(model.size), ...(model.kept ? [] : [t('model.notKept')])])],
    [t('model.origin'), originOf(words, choice.source, claim)],
  ]
  return rows.filter(isRow)
}

/** What the model is, so that a result can be had again. */
const identityFacts = (words: ModelWording, { model, choice }: AnsweringModel): readonly ModelFact[] => {
  const { t, format } = words
  const unknown = choice.source.kind === 'app' ? t('model.licenceOfApp') : t('model.licenceUnknown')
  // What is published of a model is said of one that its host has sent, and not of files that say they are it.
  const known =
    choice.source.kind === 'hub'
      ? [...modelCatalogue, ...fixedLabelCatalogue].find(({ id }) => id === model.id)
      : undefined
  const rows: readonly (ModelFact | null)[] = [
    [t('model.name'), model.id],
    model.revision === '' ? null : [t('model.revision'), model.revision],
    model.scope === '' ? null : [t('model.madeFor'), describeScope(words, model.scope)],
    [t('model.licence'), known ? <Sourced fact={known.licence}>{licenceOf(words, known)}</Sourced> : unknown],
    known
      ? [
          t('model.published'),
          <Sourced key="accuracy" fact={known.imageNet}>
            {t('units.percent', { value: format.decimal(known.imageNet.value, 1) })}
          </Sourced>,
        ]
      : null,
    [t('model.loadTime'), format.milliseconds(model.loadTime)],
    [t('model.recipe'), model.recipe.key],
    ...taskViews[model.task].facts(words, model),
  ]
  return rows.filter(isRow)
}

const FactList = ({ facts }: { readonly facts: readonly ModelFact[] }) => (
  <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5 px-1">
    {facts.map(([term, fact]) => (
      <div key={term} className="col-span-2 grid grid-cols-subgrid">
        <dt className="text-muted">{term}</dt>
        <dd className="break-words tabular-nums">
          <bdi>{fact}</bdi>
        </dd>
      </div>
    ))}
  </dl>
)

/** How the model runs, which changes from visit to visit, and where it comes from. */
export const RunningFacts = ({ answering }: { readonly answering: AnsweringModel }) => {
  const { pictureSpeed } = useActions()
  const gpu = useAppState((state) => state.gpu)
  const key = sourceKey(answering.choice.source)
  const claim = useAppState(({ storedModels }) =>
    storedModels.kind === 'ready'
      ? (storedModels.models.find((model) => model.key === key)?.claim ?? null)
      : null,
  )
  const words = useModelWords()
  useClock(true, SPEED_MS)
  return (
    <div className="px-3 py-3">
      <FactList facts={runningFacts(words, answering, claim, gpu, pictureSpeed())} />
    </div>
  )
}

/** Everything else known of the model, folded away. */
export const IdentityFacts = ({ answering }: { readonly answering: AnsweringModel }) => {
  const words = useModelWords()
  return (
    <Disclosure title={words.t('ranking.details')} summary={answering.model.revision.slice(0, 12)}>
      <FactList facts={identityFacts(words, answering)} />
    </Disclosure>
  )
}
