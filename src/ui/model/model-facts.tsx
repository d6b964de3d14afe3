import type { LoadedModel, ZeroShotModel } from '../../core/model/loaded-model'
import { formatBytes, formatMilliseconds } from '../primitives/format'
import { deviceName, words } from './words'

type Fact = readonly [term: string, fact: string]

const factsOfTowers = (model: ZeroShotModel): readonly Fact[] => [
  [words.dimension, words.numbers(model.dimension)],
  [words.logitScale, model.logitScale.toFixed(1).replace(/\.0$/, '')],
  [words.maxTokens, words.tokens(model.maxTokens)],
]

const precisionOf = (model: LoadedModel): string =>
  model.task === 'zero-shot' ? words.towers(model.dtype.vision, model.dtype.text) : model.dtype.vision

const factsOf = (model: LoadedModel): readonly Fact[] => [
  [words.name, model.id],
  ...(model.scope === '' ? [] : [[words.scope, model.scope] as const]),
  [words.revision, model.revision],
  [words.licence, words.licenceUnknown],
  [words.size, formatBytes(model.size)],
  [words.device, `${deviceName(model.device)}, ${words.threads(model.threads)}`],
  [words.precision, precisionOf(model)],
  [words.verified, words.notVerified],
  [words.recipe, model.recipe.key],
  ...(model.task === 'zero-shot'
    ? factsOfTowers(model)
    : ([[words.labels, words.numbers(model.labels.length)]] as const)),
  [words.loadTime, formatMilliseconds(model.loadTime)],
]

/** Everything known of the model, so that a result can be had again. */
export const ModelFacts = ({ model }: { readonly model: LoadedModel }) => (
  <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5 px-4 py-3">
    {factsOf(model).map(([term, fact]) => (
      <div key={term} className="col-span-2 grid grid-cols-subgrid">
        <dt className="text-muted">{term}</dt>
        <dd dir="auto" className="break-words tabular-nums">
          {fact}
        </dd>
      </div>
    ))}
  </dl>
)
