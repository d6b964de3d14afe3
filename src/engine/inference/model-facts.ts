import type { Milliseconds } from '../../core/brands'
import type { ModelFacts } from '../../core/model/model-facts'
import { type ExecutorFacts, type OwnPrecision, ownKey } from '../../core/runtime/executor'
import { identifyModel, sourceKey } from '../../core/model/model-source'
import type { Recipe } from '../../core/pixels/recipe'
import type { GraphFacts } from '../hub/graph-files'
import type { LoadRequest } from '../../protocol/inference-api'
import type { LoadContext } from './task-loader'

/** What a model of any task says of itself in `config.json`. */
interface OwnNames {
  readonly name: string
  readonly scope: string
  readonly revision: string
}

/**
 * Identifies weights, precision, recipe and what runs them.
 * @param rounded what our own kernels round rows to; `null` where they do not run it
 */
export const modelKeyOf = (
  { source, revision }: Pick<LoadRequest, 'source' | 'revision'>,
  own: OwnNames,
  recipe: Recipe,
  graph: Pick<GraphFacts, 'dtype'>,
  rounded: OwnPrecision | null,
): string =>
  [
    sourceKey(source),
    identifyModel(source, revision, own).revision,
    graph.dtype,
    recipe.key,
    // Vectors of both are near, and not the same.
    ...(rounded === null ? [] : [ownKey(rounded)]),
  ].join('|')

/**
 * What is told of a model of any task once it runs.
 * @param graph the one that sees pictures.
 * @param executor what our own kernels came to, where they were asked for.
 */
export const toModelFacts = (
  { request, startedAt }: LoadContext,
  own: OwnNames,
  recipe: Recipe,
  graph: GraphFacts,
  executor: ExecutorFacts | null = null,
): ModelFacts => {
  const { source, revision, kept, runtime } = request
  const identity = identifyModel(source, revision, own)
  const { size } = graph
  return {
    key: modelKeyOf(request, own, recipe, graph, executor?.kind === 'own' ? executor.precision : null),
    ...identity,
    scope: own.scope,
    device: runtime.device,
    dtype: { vision: graph.dtype },
    // Our own kernels have none.
    threads: executor?.kind === 'own' ? 1 : runtime.threads,
    workers: 1,
    ...(executor && { executor }),
    recipe,
    size,
    visionSize: size,
    loadTime: (performance.now() - startedAt) as Milliseconds,
    // The page has the other workers, compares, and knows what was tried before.
    selfCheck: { kind: 'plausible' },
    demotedFrom: null,
    kept,
  }
}
