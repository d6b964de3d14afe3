import type { Bytes, Milliseconds } from '../../core/brands'
import { imagenetOffset } from '../../core/tasks/fixed-labels/imagenet/class-layout'
import type { LoadProgress } from '../../core/model/loaded-model'
import { identifyModel, sourceKey } from '../../core/model/model-source'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { probePictures } from '../../core/runtime/self-check/probe-input'
import type { LoadRequest } from '../../protocol/inference-api'
import type { ModelReader } from '../hub/model-reader'
import { createProgressMeter } from '../hub/progress-meter'
import { openTower, readTowers } from '../hub/tower-files'
import type { OpenRuntime } from '../ort/open-runtime'
import { createClassifier } from './classifier'
import { openPictureGraph } from './open-picture-graph'
import type { ClassifierDescription } from './read-description'
import type { RunningClassifier } from './running-model'

/** What a load is given beside the model's description. */
interface LoadContext {
  readonly request: LoadRequest
  readonly reader: ModelReader
  readonly runtime: OpenRuntime
  readonly onProgress: (progress: LoadProgress) => void
  readonly signal: AbortSignal
  /** By `performance.now()`. */
  readonly startedAt: number
}

/** Reads, opens and warms up a classifier. The caller closes the runtime where it fails. */
export const loadClassifier = async (
  { config, recipe }: ClassifierDescription,
  { request, reader, runtime, onProgress, signal, startedAt }: LoadContext,
): Promise<Outcome<RunningClassifier>> => {
  const { source, dtype: insisted, kept } = request
  const dtypes = insisted ? [insisted] : request.runtime.dtypes
  const graphs = await readTowers(
    [openTower(reader, 'classifier', dtypes, signal)],
    createProgressMeter(onProgress),
  )
  if (graphs.kind !== 'done') return graphs
  const [graph] = graphs.value
  if (!graph) return failed({ code: 'UNEXPECTED', detail: 'no graph was read' })

  const opened = await openPictureGraph(graph.bytes, request, runtime, (session, options) =>
    createClassifier(runtime.ort, session, recipe, options),
  )
  if (opened.kind !== 'done') return opened
  const classifier = opened.value

  // Compiles what a device compiles on first use, and shows whether labels and output belong together.
  const tried = await classifier.classify(probePictures(recipe))
  if (tried.kind !== 'done') return tried
  const [outputs, labels] = [tried.value[0]?.length ?? 0, config.labels.length]
  if (outputs !== labels)
    return failed({
      code: 'UNSUPPORTED_MODEL',
      detail: `its output has ${outputs} classes, config.json names ${labels}`,
    })

  const identity = identifyModel(source, request.revision, config)
  return done({
    kind: 'fixed-labels',
    classifier,
    runtime,
    probe: { pictures: tried.value, prompts: [], golden: null },
    facts: {
      task: 'fixed-labels',
      key: [sourceKey(source), identity.revision, graph.dtype, recipe.key].join('|'),
      ...identity,
      scope: config.scope,
      device: request.runtime.device,
      dtype: { vision: graph.dtype },
      threads: request.runtime.threads,
      workers: 1,
      recipe,
      labels: config.labels,
      imagenet: imagenetOffset(config.labels),
      size: graph.bytes.length as Bytes,
      loadTime: (performance.now() - startedAt) as Milliseconds,
      selfCheck: { kind: 'plausible' },
      demotedFrom: null,
      kept,
    },
  })
}
