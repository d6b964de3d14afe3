import type { UnitVector } from '../../../../core/brands'
import { done, failed, type Outcome } from '../../../../core/errors/outcome'
import { packedPath } from '../../../../core/model/files/packed-path'
import { giveBack } from '../../../../core/model/tower/give-back'
import { toUnitVector } from '../../../../core/question/scoring/cosine'
import type { ExecutorFacts, OwnPrecision } from '../../../../core/runtime/executor'
import { bytesOfBlob } from '../../../cpu/blob-bytes'
import type { GraphFile, ModelGraph } from '../../../hub/graph-files'
import { modelKeyOf } from '../../../inference/model-facts'
import { openPictureGraph, type PictureGraph } from '../../../inference/open-picture-graph'
import type { LoadContext } from '../../../inference/task-loader'
import { visionPorts } from '../../../ort/graph-ports'
import type { TowersDescription } from '../describe-towers'
import { fileOf, type PackedWeights, packedBy } from './own-kernels'
import { openKnownVision, openPackedVision, preferOwnVision } from './prefer-own-vision'

/** A vision tower, opened. */
export interface OpenVision {
  readonly vision: PictureGraph<UnitVector>
  /** What our own kernels came to; `null` where they were not asked for. */
  readonly executor: ExecutorFacts | null
  /** Its weights as they are to be kept, by path. */
  readonly packed: PackedWeights
}

/** Whether a tower on our own kernels agreed with ONNX Runtime at an earlier visit. */
const isKnown = (
  { config, recipe }: TowersDescription,
  { request }: LoadContext,
  graph: Pick<GraphFile, 'dtype'>,
  rounded: OwnPrecision,
): boolean => request.ownKnown?.includes(modelKeyOf(request, config, recipe, graph, rounded)) === true

/**
 * Opens a known tower without ONNX Runtime: from weights that were packed at an earlier visit, else of its graph where that lies on
 * this device. `null` where it is not known, or there is none of use.
 * @param rounded what our own kernels round rows to; `null` where they are not asked for
 */
export const findKnownVision = async (
  { path, dtype }: Pick<GraphFile, 'path' | 'dtype'>,
  description: TowersDescription,
  context: LoadContext,
  rounded: OwnPrecision | null,
): Promise<Outcome<OpenVision | null>> => {
  const { request, reader } = context
  if (rounded === null || request.runtime.device !== 'wasm') return done(null)
  if (!isKnown(description, context, { dtype }, rounded)) return done(null)
  const executor = { kind: 'own', precision: rounded, distance: null } as const
  const [weights, graph] = [reader.blob(packedPath(path)), reader.blob(path)]
  const packed = weights ? await openPackedVision(weights, { ...description, rounded }) : done(null)
  if (packed.kind !== 'done') return packed
  if (packed.value) return done({ vision: packed.value, executor, packed: new Map() })
  const opened = graph
    ? await openKnownVision(bytesOfBlob(graph), { ...description, rounded }, request.runtime)
    : done(null)
  if (opened.kind !== 'done') return opened
  const vision = opened.value
  return done(vision && { vision, executor, packed: packedBy(path, vision.pack) })
}

/**
 * Opens a vision tower of its graph: where our own kernels are asked for on them, if they agree with ONNX Runtime or did at an
 * earlier visit.
 */
export const openVision = async (
  graph: ModelGraph | null,
  description: TowersDescription,
  context: LoadContext,
  rounded: OwnPrecision | null,
): Promise<Outcome<OpenVision>> => {
  const { request, runtime, reader } = context
  if (!graph) return failed({ code: 'UNEXPECTED', detail: 'no vision tower was read' })
  const onOrt = () =>
    openPictureGraph(graph, request, runtime, {
      recipe: description.recipe,
      ...{ portsOf: visionPorts, toRow: toUnitVector },
    })
  const file = fileOf(reader, graph)
  const known =
    rounded !== null && isKnown(description, context, graph, rounded)
      ? await openKnownVision(file, { ...description, rounded }, request.runtime)
      : done(null)
  if (known.kind !== 'done') return known
  if (known.value && rounded !== null)
    return done({
      vision: known.value,
      executor: { kind: 'own', precision: rounded, distance: null },
      packed: packedBy(graph.path, known.value.pack),
    })
  const oracle = await onOrt()
  if (oracle.kind !== 'done') return oracle
  if (rounded === null) return done({ vision: oracle.value, executor: null, packed: new Map() })
  // ONNX Runtime has made a copy, and ours read where it lies.
  if (reader.blob(graph.path)) giveBack(graph.bytes)
  const preferred = await preferOwnVision(file, { ...description, rounded }, request.runtime, oracle.value)
  if (preferred.kind !== 'done') return preferred
  const { vision, executor, pack } = preferred.value
  return done({ vision, executor, packed: packedBy(graph.path, pack) })
}
