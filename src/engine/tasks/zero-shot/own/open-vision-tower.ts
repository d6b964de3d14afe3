import type { UnitVector } from '../../../../core/brands'
import { done, failed, type Outcome } from '../../../../core/errors/outcome'
import { packedPath } from '../../../../core/model/files/packed-path'
import { toUnitVector } from '../../../../core/question/scoring/cosine'
import type { ExecutorFacts, OwnPrecision } from '../../../../core/runtime/executor'
import type { GraphFile, ModelGraph } from '../../../hub/graph-files'
import { modelKeyOf } from '../../../inference/model-facts'
import { openPictureGraph, type PictureGraph } from '../../../inference/open-picture-graph'
import type { LoadContext } from '../../../inference/task-loader'
import { visionPorts } from '../../../ort/graph-ports'
import type { TowersDescription } from '../describe-towers'
import { type PackedWeights, packedBy } from './own-kernels'
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
 * Opens a known tower from weights that were packed at an earlier visit; `null` where there are none of use.
 * @param rounded what our own kernels round rows to; `null` where they are not asked for
 */
export const findPackedVision = async (
  file: GraphFile,
  description: TowersDescription,
  context: LoadContext,
  rounded: OwnPrecision | null,
): Promise<Outcome<OpenVision | null>> => {
  const { request, reader } = context
  if (rounded === null || request.runtime.device !== 'wasm') return done(null)
  const weights = isKnown(description, context, file, rounded) ? reader.blob(packedPath(file.path)) : null
  const opened = weights ? await openPackedVision(weights, { ...description, rounded }) : done(null)
  if (opened.kind !== 'done') return opened
  return done(
    opened.value && {
      vision: opened.value,
      executor: { kind: 'own', precision: rounded, distance: null },
      packed: new Map(),
    },
  )
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
  const { request, runtime } = context
  if (!graph) return failed({ code: 'UNEXPECTED', detail: 'no vision tower was read' })
  const onOrt = () =>
    openPictureGraph(graph, request, runtime, {
      recipe: description.recipe,
      ...{ portsOf: visionPorts, toRow: toUnitVector },
    })
  const known =
    rounded !== null && isKnown(description, context, graph, rounded)
      ? await openKnownVision(graph, { ...description, rounded }, request.runtime)
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
  const preferred = await preferOwnVision(graph, { ...description, rounded }, request.runtime, oracle.value)
  if (preferred.kind !== 'done') return preferred
  const { vision, executor, pack } = preferred.value
  return done({ vision, executor, packed: packedBy(graph.path, pack) })
}
