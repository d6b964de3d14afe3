import type { Bytes, UnitVector } from '../../../core/brands'
import { toUnitVector } from '../../../core/question/scoring/cosine'
import { visionPorts } from '../../ort/graph-ports'
import { towerPath } from '../../../core/model/files/tower-path'
import { identifyModel, sourceKey } from '../../../core/model/model-source'
import { type ExecutorFacts, type OwnPrecision, ownTextKey } from '../../../core/runtime/executor'
import type { Dtype } from '../../../core/runtime/runtime'
import { TYPICAL_SIGLIP_SCALE } from '../../../core/model/files/logit-scale'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import { PROBE_PROMPTS, probePictures } from '../../../core/runtime/self-check/probe-input'
import type { LoadRequest, ProbeAnswer } from '../../../protocol/inference-api'
import {
  factsOfFile,
  type GraphFacts,
  type GraphFile,
  openGraph,
  openGraphs,
  readGraphs,
} from '../../hub/graph-files'
import { createProgressMeter } from '../../hub/progress-meter'
import { toModelFacts } from '../../inference/model-facts'
import type { PictureGraph } from '../../inference/open-picture-graph'
import type { LoadContext, RunningModel, TaskLoader } from '../../inference/task-loader'
import { describeTowers, type TowersDescription } from './describe-towers'
import { createLazyTextTower } from './lazy-text-tower'
import { openTextTower, type WantedText } from './open-text-tower'
import { findKnownVision, openVision } from './own/open-vision-tower'
import { type PackedWeights, roundedHere } from './own/own-kernels'
import { findVectors, type StandIns } from './stand-ins'
import { noTextTower, type TextTower } from './text-tower'

/** The two halves, opened. A model that brings text vectors opens its text half when a prompt asks for it. */
interface Towers {
  readonly embedPictures: PictureGraph<UnitVector>['run']
  readonly text: TextTower
  readonly visionGraph: GraphFacts
  readonly textGraph: GraphFacts | null
  readonly standIns: StandIns | null
  /** What our own kernels came to; `null` where they were not asked for. */
  readonly executor: ExecutorFacts | null
  /** The same of the text tower; `null` also where it is opened later. */
  readonly textExecutor: ExecutorFacts | null
  readonly packed: PackedWeights
}

/** Whether a text tower on our own kernels agreed with ONNX Runtime at an earlier visit. */
const knowsText = (
  { config }: TowersDescription,
  { source, revision, ownKnown }: LoadRequest,
  dtype: Dtype,
  rounded: OwnPrecision,
) =>
  ownKnown?.includes(
    ownTextKey(sourceKey(source), identifyModel(source, revision, config).revision, dtype, rounded),
  ) === true

/**
 * Whether the text tower waits for a prompt that no vector stands in for. One that our own kernels are asked for, and that was
 * not compared yet, is opened at once where it is at hand: later visits know then.
 */
const isOpenedLater = (
  { textLater, files }: LoadRequest,
  asksForOwn: boolean,
  isKnown: (dtype: Dtype) => boolean,
  standIns: StandIns | null,
): boolean => {
  if (textLater !== undefined) return true
  const dtype = standIns?.dtype ?? null
  if (dtype === null || !asksForOwn || files.kind === 'url') return standIns !== null
  return isKnown(dtype) || !files.blobs.has(towerPath('text', dtype))
}

const openTowers = async (description: TowersDescription, context: LoadContext): Promise<Outcome<Towers>> => {
  const { request, reader, runtime, onProgress, signal } = context
  const { dtype } = request
  const textDtypes = dtype ? [dtype] : request.runtime.textDtypes
  const opening = [openGraph(reader, 'vision', dtype ? [dtype] : request.runtime.dtypes, signal)]
  const withText = request.towers === 'both'
  const found = withText ? await findVectors(description, context, textDtypes) : done(null)
  if (found.kind !== 'done') return found
  const standIns = found.value
  const kernels = await roundedHere(request.executor)
  if (kernels.kind !== 'done') return kernels
  const rounded = kernels.value
  const isKnown = (one: Dtype) => rounded !== null && knowsText(description, request, one, rounded)
  const isLazy = isOpenedLater(request, rounded !== null, isKnown, standIns)
  if (withText && !isLazy) opening.push(openGraph(reader, 'text', textDtypes, signal))
  const files = await openGraphs(opening)
  if (files.kind !== 'done') return files
  const [visionFile, textFile = null] = files.value
  if (!visionFile) return failed({ code: 'UNEXPECTED', detail: 'no vision tower was opened' })

  const knownVision = await findKnownVision(visionFile, description, context, rounded)
  if (knownVision.kind !== 'done') return knownVision
  // On our own kernels one comes after the other, and is read where it lies if it is known.
  const readsText = textFile && (rounded === null || reader.blob(textFile.path) === null)
  const unread = [...(knownVision.value ? [] : [visionFile]), ...(readsText ? [textFile] : [])]
  const graphs = await readGraphs(reader, unread, createProgressMeter(onProgress), signal)
  if (graphs.kind !== 'done') return graphs
  const graphOf = (file: GraphFile | null) => graphs.value.find(({ path }) => path === file?.path) ?? null

  const opened = knownVision.value
    ? done(knownVision.value)
    : await openVision(graphOf(visionFile), description, context, rounded)
  if (opened.kind !== 'done') return opened
  const { vision, executor, packed } = opened.value
  const towers = {
    ...{ embedPictures: vision.run, standIns, executor, packed, textExecutor: null, textGraph: null },
    visionGraph: graphs.value.find(({ path }) => path === visionFile.path) ?? factsOfFile(visionFile),
  }
  if (!withText) return done({ ...towers, text: noTextTower })
  // Beside pictures of ONNX Runtime's there is nothing to gain, and no key that tells vectors of both apart.
  const own = executor?.kind === 'own' ? { rounded: executor.precision, isKnown } : null
  const openText = (graph: WantedText['graph']) =>
    openTextTower(reader, description, runtime, { dtypes: textDtypes, graph, own })
  const later = async () => {
    const opened = await openText(null)
    return opened.kind === 'done' ? done(opened.value.tower) : opened
  }
  if (isLazy) return done({ ...towers, text: createLazyTextTower(standIns?.vectors ?? new Map(), later) })
  const text = await openText(graphOf(textFile))
  if (text.kind !== 'done') return text
  return done({
    ...towers,
    text: text.value.tower,
    textGraph: text.value.graph,
    textExecutor: text.value.executor,
    packed: new Map([...packed, ...text.value.packed]),
  })
}

/** Prompts that cost nothing where a model brings vectors with it; none where the tower is to come; else the canned ones. */
const probePrompts = ({ standIns, textExecutor }: Towers, { textLater }: LoadRequest): readonly string[] => {
  if (!standIns && textLater) return []
  if (textExecutor) return PROBE_PROMPTS
  const known = [...(standIns?.vectors.keys() ?? [])]
  const [first, last] = [known[0], known.at(-1)]
  return first !== undefined && last !== undefined && first !== last ? [first, last] : PROBE_PROMPTS
}

/** Whether prompts are vectors of as many dimensions as pictures are. */
const checkDimensions = (ofPictures: number, prompts: readonly UnitVector[]): Outcome<null> => {
  const ofPrompts = prompts[0]?.length ?? ofPictures
  return ofPictures === ofPrompts
    ? done(null)
    : failed({
        code: 'UNSUPPORTED_MODEL',
        detail: `its towers give ${ofPictures} and ${ofPrompts} dimensions`,
      })
}

/**
 * Runs each tower once, on the canned input: compiles what a device compiles on first use while the person still
 * sees "loading", shows whether the towers belong together, and gives what the self-check judges.
 */
const warmUp = async (
  towers: Towers,
  request: LoadRequest,
  { recipe, golden }: TowersDescription,
  signal: AbortSignal,
): Promise<Outcome<ProbeAnswer>> => {
  const { embedPictures, text, visionGraph } = towers
  const pictures = await embedPictures(probePictures(recipe))
  if (pictures.kind !== 'done') return pictures
  const known = golden?.of(visionGraph.dtype, recipe.key) ?? null
  if (request.towers === 'vision') return done({ pictures: pictures.value, prompts: [], golden: known })
  const words = await text.embed(probePrompts(towers, request), signal)
  if (words.kind !== 'done') return words
  const prompts = words.value.map(({ embedding }) => embedding)
  const together = checkDimensions(pictures.value[0]?.length ?? 0, prompts)
  return together.kind === 'done' ? done({ pictures: pictures.value, prompts, golden: known }) : together
}

/** Reads, opens and warms up a pair of towers. */
const openModel = async (
  description: TowersDescription,
  context: LoadContext,
): Promise<Outcome<RunningModel>> => {
  const towers = await openTowers(description, context)
  if (towers.kind !== 'done') return towers
  const probe = await warmUp(towers.value, context.request, description, context.signal)
  if (probe.kind !== 'done') return probe
  const { embedPictures, text, visionGraph, textGraph, standIns, executor, textExecutor, packed } =
    towers.value
  const { config, scale, recipe } = description
  const { textLater } = context.request
  const dimension = probe.value.pictures[0]?.length ?? 0
  const { scale: logitScale, bias: logitBias } = scale ?? TYPICAL_SIGLIP_SCALE
  const facts = toModelFacts(context, config, recipe, visionGraph, executor)
  return done({
    facts: {
      task: 'zero-shot',
      ...facts,
      size: (facts.visionSize + (textGraph?.size ?? textLater?.size ?? 0)) as Bytes,
      dtype: {
        vision: visionGraph.dtype,
        text: textGraph?.dtype ?? textLater?.dtype ?? standIns?.dtype ?? visionGraph.dtype,
      },
      ...(textExecutor && { textExecutor }),
      dimension,
      logitScale,
      logitBias,
      calibrated: scale !== null,
      activation: config.activation,
      maxTokens: config.text.maxTokens,
      neutralPictures: probe.value.pictures.flatMap((picture) => toUnitVector(picture) ?? []),
    },
    probe: probe.value,
    runtime: context.runtime,
    sight: {
      ...{ reader: context.reader, graph: 'vision', portsOf: visionPorts },
      toEncoding: (values) => {
        const embedding = toUnitVector(values)
        return embedding && { kind: 'embedding', embedding }
      },
    },
    promptsAtHand: standIns?.vectors ?? new Map(),
    packed,
    addFiles: async (blobs) => {
      context.reader.add(blobs)
      const words = await text.embed(PROBE_PROMPTS, new AbortController().signal)
      if (words.kind !== 'done') return words
      return checkDimensions(
        dimension,
        words.value.map(({ embedding }) => embedding),
      )
    },
    encodePictures: async (tensors, signal) => {
      const outcome = await embedPictures(tensors, signal)
      if (outcome.kind !== 'done') return outcome
      return done(outcome.value.map((embedding) => ({ kind: 'embedding', embedding })))
    },
    encodePrompts: text.embed,
  })
}

/** Pairs of a vision and a text tower: CLIP and its kin. */
export const towersLoader: TaskLoader = {
  recognises: () => true,
  describe: async (files, signal) => {
    const description = await describeTowers(files, signal)
    if (description.kind !== 'done') return description
    return done({ open: (context) => openModel(description.value, context) })
  },
}
