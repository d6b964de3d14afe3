import type { ReactNode } from 'react'
import type { Fact } from '../../core/catalogue/catalogue-model'
import { fixedLabelCatalogue } from '../../core/catalogue/fixed-label-catalogue'
import { modelCatalogue } from '../../core/catalogue/model-catalogue'
import type { AnsweringModel } from '../../core/model/model-phase'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { GpuCapability } from '../../core/runtime/capabilities'
import { formatBytes, formatMilliseconds } from '../primitives/format'
import { useActions, useAppState } from '../ui-context'
import { useClock } from '../shell/use-clock'
import { deviceName, describeSelfCheck, words } from './words'

/** How often the speed is looked at: it is a figure to read, not to watch. */
const SPEED_MS = 2000

interface SourcedProps {
  readonly fact: Fact<string | number>
  readonly children: ReactNode
}

/** What is said of a model, with the way to where it is written. */
const Sourced = ({ fact, children }: SourcedProps) => (
  <>
    <a
      href={fact.source}
      target="_blank"
      rel="noreferrer"
      className="underline decoration-line underline-offset-2 hover:decoration-current"
    >
      {children}
    </a>
    {fact.checked ? null : <span className="text-muted"> ({words.unchecked})</span>}
  </>
)

const adapterOf = (model: LoadedModel, gpu: GpuCapability | null): readonly string[] =>
  model.device === 'webgpu' && gpu && gpu.kind !== 'none' && gpu.adapter !== '' ? [gpu.adapter] : []

type Row = readonly [term: string, fact: ReactNode]

const precisionOf = (model: LoadedModel): string =>
  model.task === 'zero-shot' ? words.towers(model.dtype.vision, model.dtype.text) : model.dtype.vision

/** What only models of its kind have. */
const factsOfTask = (model: LoadedModel): readonly Row[] => {
  switch (model.task) {
    case 'zero-shot':
      return [
        [words.dimension, words.numbers(model.dimension)],
        [words.logitScale, model.logitScale.toFixed(1).replace(/\.0$/, '')],
        [words.maxTokens, words.tokens(model.maxTokens)],
      ]
    case 'fixed-labels':
      return [[words.labels, words.numbers(model.labels.length)]]
  }
}

const factsOf = (
  { model, choice }: AnsweringModel,
  gpu: GpuCapability | null,
  speed: number | null,
): readonly Row[] => {
  const unknown = choice.source.kind === 'app' ? words.licenceOfApp : words.licenceUnknown
  const known = [...modelCatalogue, ...fixedLabelCatalogue].find(({ id }) => id === model.id)
  const rows: (Row | null)[] = [
    [words.selfCheck, describeSelfCheck(model.selfCheck)],
    [
      words.device,
      [deviceName(model.device), ...adapterOf(model, gpu), words.threads(model.threads)].join(', '),
    ],
    [words.precision, precisionOf(model)],
    [words.speed, speed === null ? words.speedUnknown : words.perSecond(speed)],
    [words.size, `${formatBytes(model.size)}${model.kept ? '' : `, ${words.notKept}`}`],
    [words.loadTime, formatMilliseconds(model.loadTime)],
    [words.name, model.id],
    [words.revision, model.revision],
    model.scope === '' ? null : [words.madeFor, model.scope],
    [words.licence, known ? <Sourced fact={known.licence}>{known.licence.value}</Sourced> : unknown],
    known
      ? [
          words.published,
          <Sourced key="accuracy" fact={known.imageNet}>
            {words.accuracy(known.imageNet.value)}
          </Sourced>,
        ]
      : null,
    [words.recipe, model.recipe.key],
    ...factsOfTask(model),
  ]
  return rows.filter((row) => row !== null)
}

/** Everything known of the model, so that a result can be had again. */
export const ModelFacts = ({ answering }: { readonly answering: AnsweringModel }) => {
  const { pictureSpeed } = useActions()
  const gpu = useAppState((state) => state.gpu)
  useClock(true, SPEED_MS)
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5 px-4 py-3">
      {factsOf(answering, gpu, pictureSpeed()).map(([term, fact]) => (
        <div key={term} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{term}</dt>
          <dd dir="auto" className="break-words tabular-nums">
            {fact}
          </dd>
        </div>
      ))}
    </dl>
  )
}
