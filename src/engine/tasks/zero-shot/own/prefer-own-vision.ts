import type { UnitVector } from '../../../../core/brands'
import { obtainPart } from '../../../../core/async/late'
import type { FileBytes } from '../../../../core/model/onnx/thin-graph'
import { cancelled, done, type Outcome } from '../../../../core/errors/outcome'
import type { ExecutorFacts, OwnPrecision, OwnRefusal } from '../../../../core/runtime/executor'
import { probePictures } from '../../../../core/runtime/self-check/probe-input'
import type { OpenVisionTower } from '../../../cpu/open-vision-tower'
import type { PictureGraph } from '../../../inference/open-picture-graph'
import type { Recipe } from '../../../../core/pixels/recipe'
import type { Runtime } from '../../../../core/runtime/runtime'
import type { ModelConfig } from '../model-config'
import { compareWithOracle, inTurns, ownKernels, type Pack, toDirections } from './own-kernels'

/** A vision tower that is open, and what runs it. */
export interface PreferredTower {
  readonly vision: PictureGraph<UnitVector>
  readonly executor: ExecutorFacts
  /** Its packed weights, for the next visit; `null` where it is not ours, or was opened from them. */
  readonly pack: Pack | null
}

/** A tower on our own kernels. */
interface OwnVision extends PictureGraph<UnitVector> {
  readonly pack: Pack | null
}

/** What is known of a tower before its graph is looked at. */
interface KnownOfTower {
  readonly recipe: Recipe
  readonly config: Pick<ModelConfig, 'heads'>
  /** What our own kernels round rows to. */
  readonly rounded: OwnPrecision
}

/** Of whose pictures no more is asked than that they are square. */
const edgeOf = ({ fit }: Recipe): number | null => (fit.width === fit.height ? fit.width : null)

const asGraph = (tower: OpenVisionTower, pack: Pack | null): OwnVision => ({
  ...{ output: tower.output, pack },
  close: () => Promise.resolve(),
  run: async (tensors, signal) => {
    const vectors: Float32Array[] = []
    for (const tensor of tensors) {
      const vector = await inTurns(tower.encodeInSteps(tensor), signal)
      if (!vector) return cancelled
      vectors.push(vector)
    }
    return toDirections(vectors)
  },
})

/** Opens a graph on our own kernels; why it cannot be, where it cannot. */
const openOwn = async (
  graph: FileBytes,
  { recipe, config: { heads }, rounded }: KnownOfTower,
  { device }: Pick<Runtime, 'device'>,
  output: string | null,
): Promise<Outcome<OwnVision | OwnRefusal>> => {
  if (device !== 'wasm') return done('not on the CPU')
  const edge = edgeOf(recipe)
  if (edge === null) return done('rows')
  const part = await obtainPart(ownKernels)
  if (part.kind !== 'done') return part
  const own = await part.value.ownVisionTowers.file(graph, { output, edge, heads }, rounded)
  return done('refused' in own ? own.refused : asGraph(own.tower, own.pack))
}

/** Opens a tower from weights that were packed at an earlier visit; `null` where they are of no use. */
export const openPackedVision = async (
  weights: Blob,
  { recipe, config: { heads }, rounded }: KnownOfTower,
): Promise<Outcome<PictureGraph<UnitVector> | null>> => {
  const edge = edgeOf(recipe)
  if (edge === null) return done(null)
  const part = await obtainPart(ownKernels)
  if (part.kind !== 'done') return part
  const tower = await part.value.ownVisionTowers.packed(weights, { edge, heads }, rounded)
  return done(tower && asGraph(tower, null))
}

/** Opens a tower that was compared at an earlier visit, without ONNX Runtime; `null` where it cannot be any more. */
export const openKnownVision = async (
  graph: FileBytes,
  known: KnownOfTower,
  runtime: Pick<Runtime, 'device'>,
): Promise<Outcome<OwnVision | null>> => {
  const opened = await openOwn(graph, known, runtime, null)
  if (opened.kind !== 'done') return opened
  return done(typeof opened.value === 'string' ? null : opened.value)
}

/**
 * Opens a vision tower on our own kernels where it is one that they run, and takes it where its numbers are ONNX Runtime's on
 * the canned pictures, near enough. Else ONNX Runtime goes on, and it is told why.
 *
 * @param oracle the same tower on ONNX Runtime, open; closed where ours takes its place
 */
export const preferOwnVision = async (
  graph: FileBytes,
  known: KnownOfTower,
  runtime: Pick<Runtime, 'device'>,
  oracle: PictureGraph<UnitVector>,
): Promise<Outcome<PreferredTower>> => {
  const stay = (refused: OwnRefusal, distance: number | null = null): Outcome<PreferredTower> =>
    done({ vision: oracle, executor: { kind: 'onnx-runtime', refused, distance }, pack: null })
  const opened = await openOwn(graph, known, runtime, oracle.output)
  if (opened.kind !== 'done') return opened
  const vision = opened.value
  if (typeof vision === 'string') return stay(vision)
  const pictures = probePictures(known.recipe)
  const [right, seen] = [await oracle.run(pictures), await vision.run(pictures)]
  if (right.kind !== 'done') return right
  const { refused, distance } = compareWithOracle(seen, right.value)
  if (refused !== null || distance === null) return stay(refused ?? 'too far', distance)
  await oracle.close()
  return done({ vision, executor: { kind: 'own', precision: known.rounded, distance }, pack: vision.pack })
}
