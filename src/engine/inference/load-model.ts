import type { Bytes, Milliseconds } from '../../core/brands'
import type { LoadProgress, ZeroShotModel } from '../../core/model/loaded-model'
import { sourceKey, sourceName } from '../../core/model/model-source'
import { done, failed, type Outcome } from '../../core/outcome'
import type { Recipe } from '../../core/recipe'
import type { LoadRequest } from '../../protocol/inference-api'
import { createModelReader, type ModelReader } from '../hub/model-reader'
import { createProgressMeter } from '../hub/progress-meter'
import { openTower, readTowers, type TowerGraph } from '../hub/tower-files'
import { openRuntime, type OpenRuntime } from '../ort/open-runtime'
import { createLazyTextTower } from './lazy-text-tower'
import { loadClassifier } from './load-classifier'
import { openTextTower } from './open-text-tower'
import { readDescription, type ModelDescription } from './read-description'
import type { RunningModel } from './running-model'
import type { TextTower } from './text-tower'
import { createVisionTower, type VisionTower } from './vision-tower'

/** The two halves, opened. A model that brings text vectors opens its text half when a prompt asks for it. */
interface Towers {
  readonly vision: VisionTower
  readonly text: TextTower
  readonly visionGraph: TowerGraph
  readonly textGraph: TowerGraph | null
}

const openTowers = async (
  request: LoadRequest,
  reader: ModelReader,
  description: ModelDescription,
  runtime: OpenRuntime,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<Outcome<Towers>> => {
  const { dtype } = request
  const { recipe, textVectors } = description
  const textDtypes = dtype ? [dtype] : request.runtime.textDtypes
  const meter = createProgressMeter(onProgress)
  const wanted = [openTower(reader, 'vision', dtype ? [dtype] : request.runtime.dtypes, signal)]
  if (!textVectors) wanted.push(openTower(reader, 'text', textDtypes, signal))
  const graphs = await readTowers(wanted, meter)
  if (graphs.kind !== 'done') return graphs
  const [visionGraph, textGraph = null] = graphs.value
  if (!visionGraph) return failed({ code: 'UNEXPECTED', detail: 'no vision tower was read' })

  const session = await runtime.openSession(visionGraph.bytes, 'device')
  if (session.kind !== 'done') return session
  const opened = createVisionTower(runtime.ort, session.value, recipe, {
    padded: request.runtime.device === 'webgpu',
    lock: runtime.lock,
  })
  if (opened.kind !== 'done') return opened
  const vision = opened.value
  const openText = () => openTextTower(reader, textDtypes, description, runtime, textGraph)
  if (textVectors)
    return done({ vision, visionGraph, textGraph, text: createLazyTextTower(textVectors, openText) })
  const text = await openText()
  return text.kind === 'done' ? done({ vision, visionGraph, textGraph, text: text.value }) : text
}

/**
 * Runs both towers once: compiles what a device compiles on first use, while the person still sees "loading",
 * and shows whether the two belong together.
 * @returns the length of the model's embeddings.
 */
const warmUp = async (
  { vision, text }: Towers,
  { fit }: Recipe,
  prompt: string,
  signal: AbortSignal,
): Promise<Outcome<number>> => {
  const grey = new Float32Array(3 * fit.width * fit.height).fill(0.1)
  const picture = await vision.embed([grey])
  if (picture.kind !== 'done') return picture
  const words = await text.embed([prompt], signal)
  if (words.kind !== 'done') return words
  const [a, b] = [picture.value[0]?.length ?? 0, words.value[0]?.embedding.length ?? 0]
  return a === b
    ? done(a)
    : failed({ code: 'UNSUPPORTED_MODEL', detail: `its towers give ${a} and ${b} dimensions` })
}

const toFacts = (
  { source, revision: asked, runtime }: LoadRequest,
  { config, recipe }: ModelDescription,
  { visionGraph, textGraph }: Towers,
  dimension: number,
  startedAt: number,
): ZeroShotModel => {
  const id = sourceName(source)
  // Models that ship with the app name their revision themselves.
  const revision = config.revision || asked
  return {
    task: 'zero-shot',
    key: [sourceKey(source), revision, visionGraph.dtype, recipe.key].join('|'),
    id,
    name: config.name || id,
    scope: config.scope,
    revision,
    device: runtime.device,
    dtype: { vision: visionGraph.dtype, text: textGraph?.dtype ?? visionGraph.dtype },
    threads: runtime.threads,
    recipe,
    dimension,
    logitScale: config.logitScale,
    logitBias: config.logitBias,
    activation: config.activation,
    maxTokens: config.text.maxTokens,
    size: (visionGraph.bytes.length + (textGraph?.bytes.length ?? 0)) as Bytes,
    loadTime: (performance.now() - startedAt) as Milliseconds,
    selfCheck: { kind: 'plausible' },
    demotedFrom: null,
    // Of the store's doings the page knows, not this worker.
    kept: true,
  }
}

/** Fetches, checks, opens and warms up a model. Nothing of a failed attempt stays open. */
export const loadModel = async (
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<Outcome<RunningModel>> => {
  const startedAt = performance.now()
  const reader = createModelReader(request.files)
  const [described, opened] = await Promise.all([
    readDescription(reader, request.source, signal),
    openRuntime(request),
  ])
  if (opened.kind !== 'done') return opened
  const runtime = opened.value

  const open = async (): Promise<Outcome<RunningModel>> => {
    if (described.kind !== 'done') return described
    const description = described.value
    if (description.task === 'fixed-labels')
      return loadClassifier(description, { request, reader, runtime, onProgress, signal, startedAt })
    const towers = await openTowers(request, reader, description, runtime, onProgress, signal)
    if (towers.kind !== 'done') return towers
    const prompt = description.textVectors?.keys().next().value ?? 'a'
    const dimension = await warmUp(towers.value, description.recipe, prompt, signal)
    if (dimension.kind !== 'done') return dimension
    const { vision, text } = towers.value
    const facts = toFacts(request, description, towers.value, dimension.value, startedAt)
    return done({ kind: 'zero-shot', facts, vision, text, runtime })
  }

  const model = await open()
  if (model.kind !== 'done') await runtime.close()
  return model
}
