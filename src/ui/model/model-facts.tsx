import type { LoadedModel } from '../../core/model/loaded-model'
import { formatBytes, formatMilliseconds } from '../primitives/format'
import { deviceName, words } from './words'

const factsOf = (model: LoadedModel): readonly [term: string, fact: string][] => [
  [words.name, model.id],
  ...(model.scope === '' ? [] : [[words.scope, model.scope] as [string, string]]),
  [words.revision, model.revision],
  [words.licence, words.licenceUnknown],
  [words.size, formatBytes(model.size)],
  [words.device, `${deviceName(model.device)}, ${words.threads(model.threads)}`],
  [words.precision, words.towers(model.dtype.vision, model.dtype.text)],
  [words.verified, words.notVerified],
  [words.recipe, model.recipe.key],
  [words.dimension, words.numbers(model.dimension)],
  [words.logitScale, model.logitScale.toFixed(1).replace(/\.0$/, '')],
  [words.maxTokens, words.tokens(model.maxTokens)],
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
