import type { Bytes, Milliseconds } from '../../core/brands'
import type { LoadProgress, ZeroShotModel } from '../../core/model/loaded-model'
import { TYPICAL_SIGLIP_SCALE } from '../../core/model/files/logit-scale'
import { identifyModel, sourceKey } from '../../core/model/model-source'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { PROBE_PROMPTS, probePictures } from '../../core/runtime/self-check/probe-input'
import type { LoadRequest, ProbeAnswer } from '../../protocol/inference-api'
import { createModelReader, type ModelReader } from '../hub/model-reader'
import { createProgressMeter } from '../hub/progress-meter'
import { openTower, readTowers, type TowerGraph } from '../hub/tower-files'
import type { TextVectors } from '../hub/text-vectors'
import { openRuntime, type OpenRuntime } from '../ort/open-runtime'
import { createLazyTextTower } from './lazy-text-tower'
import { loadClassifier } from './load-classifier'
import { openPictureGraph } from './open-picture-graph'
import { openTextTower } from './open-text-tower'
import { readDescription, type ModelDescription } from './read-description'
import type { RunningModel } from './running-model'
import { noTextTower, type TextTower } from './text-tower'
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
  const withText = request.towers === 'both'
  if (withText && !textVectors) wanted.push(openTower(reader, 'text', textDtypes, signal))
  const graphs = await readTowers(wanted, meter)
  if (graphs.kind !== 'done') return graphs
  const [visionGraph, textGraph = null] = graphs.value
  if (!visionGraph) return failed({ code: 'UNEXPECTED', detail: 'no vision tower was read' })

  const opened = await openPictureGraph(visionGraph.bytes, request, runtime, (session, options) =>
    createVisionTower(runtime.ort, session, recipe, options),
  )
  if (opened.kind !== 'done') return opened
  const vision = opened.value
  if (!withText) return done({ vision, visionGraph, textGraph, text: noTextTower })
  const openText = () => openTextTower(reader, textDtypes, description, runtime, textGraph)
  if (textVectors)
    return done({ vision, visionGraph, textGraph, text: createLazyTextTower(textVectors, openText) })
  const text = await openText()
  return text.kind === 'done' ? done({ vision, visionGraph, textGraph, text: text.value }) : text
}

/** Prompts that cost nothing where a model brings vectors with it, the canned ones elsewhere. */
const probePrompts = (textVectors: TextVectors | null): readonly string[] => {
  const known = [...(textVectors?.keys() ?? [])]
  const [first, last] = [known[0], known.at(-1)]
  return first !== undefined && last !== undefined && first !== last ? [first, last] : PROBE_PROMPTS
}

/**
 * Runs each tower once, on the canned input: compiles what a device compiles on first use while the person still
 * sees "loading", shows whether the towers belong together, and gives what the self-check judges.
 */
const warmUp = async (
  { vision, text, visionGraph }: Towers,
  { towers }: LoadRequest,
  { recipe, textVectors, golden }: ModelDescription,
  signal: AbortSignal,
): Promise<Outcome<ProbeAnswer>> => {
  const pictures = await vision.embed(probePictures(recipe))
  if (pictures.kind !== 'done') return pictures
  const known = golden?.of(visionGraph.dtype, recipe.key) ?? null
  if (towers === 'vision') return done({ pictures: pictures.value, prompts: [], golden: known })
  const words = await text.embed(probePrompts(textVectors), signal)
  if (words.kind !== 'done') return words
  const prompts = words.value.map(({ embedding }) => embedding)
  const [a, b] = [pictures.value[0]?.length ?? 0, prompts[0]?.length ?? 0]
  return a === b
    ? done({ pictures: pictures.value, prompts, golden: known })
    : failed({ code: 'UNSUPPORTED_MODEL', detail: `its towers give ${a} and ${b} dimensions` })
}

const toFacts = (
  { source, revision: asked, kept, runtime }: LoadRequest,
  { config, scale, recipe }: ModelDescription,
  { visionGraph, textGraph }: Towers,
  dimension: number,
  startedAt: number,
): ZeroShotModel => {
  const identity = identifyModel(source, asked, config)
  const { scale: logitScale, bias: logitBias } = scale ?? TYPICAL_SIGLIP_SCALE
  return {
    task: 'zero-shot',
    key: [sourceKey(source), identity.revision, visionGraph.dtype, recipe.key].join('|'),
    ...identity,
    scope: config.scope,
    device: runtime.device,
    dtype: { vision: visionGraph.dtype, text: textGraph?.dtype ?? visionGraph.dtype },
    threads: runtime.threads,
    workers: 1,
    recipe,
    dimension,
    logitScale,
    logitBias,
    calibrated: scale !== null,
    activation: config.activation,
    maxTokens: config.text.maxTokens,
    size: (visionGraph.bytes.length + (textGraph?.bytes.length ?? 0)) as Bytes,
    loadTime: (performance.now() - startedAt) as Milliseconds,
    // The page has the other workers, compares, and knows what was tried before.
    selfCheck: { kind: 'plausible' },
    demotedFrom: null,
    kept,
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
    const probe = await warmUp(towers.value, request, description, signal)
    if (probe.kind !== 'done') return probe
    const { vision, text } = towers.value
    const dimension = probe.value.pictures[0]?.length ?? 0
    const facts = toFacts(request, description, towers.value, dimension, startedAt)
    return done({ kind: 'zero-shot', facts, probe: probe.value, vision, text, runtime })
  }

  // The first run is where a device says that it cannot.
  const model = await open().catch((error: unknown) => failed(runtime.toError(error, 'checking the model')))
  if (model.kind !== 'done') await runtime.close()
  return model
}
