import type { UnitVector } from '../../../core/brands'
import { createLate, obtainPart } from '../../../core/async/late'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import { type ExecutorFacts, OWN_LIMIT, type OwnRefusal } from '../../../core/runtime/executor'
import { probePictures } from '../../../core/runtime/self-check/probe-input'
import { cosine, toUnitVector } from '../../../core/question/scoring/cosine'
import type { ModelGraph } from '../../hub/graph-files'
import type { PictureGraph } from '../../inference/open-picture-graph'
import type { Recipe } from '../../../core/pixels/recipe'
import type { Runtime } from '../../../core/runtime/runtime'
import type { ModelConfig } from './model-config'

/** A vision tower that is open, and what runs it. */
interface Preferred {
  readonly vision: PictureGraph<UnitVector>
  readonly executor: ExecutorFacts
}

const kernels = createLate(() => import('../../cpu/own-vision-tower'))

/** Largest cosine distance of vectors to those that are known. */
const largestDistance = (vectors: readonly UnitVector[], known: readonly UnitVector[]): number =>
  Math.max(...vectors.map((vector, i) => 1 - cosine(vector, known[i] ?? vector)))

/**
 * Opens a vision tower on our own kernels where it is one that they run, and takes it where its numbers are ONNX Runtime's on
 * the canned pictures, near enough. Else ONNX Runtime goes on, and it is told why.
 *
 * @param oracle the same tower on ONNX Runtime, open; closed where ours takes its place
 */
export const preferOwnTower = async (
  graph: ModelGraph,
  { recipe, config: { heads } }: { readonly recipe: Recipe; readonly config: Pick<ModelConfig, 'heads'> },
  { device }: Pick<Runtime, 'device'>,
  oracle: PictureGraph<UnitVector>,
): Promise<Outcome<Preferred>> => {
  const stay = (refused: OwnRefusal, distance: number | null = null): Outcome<Preferred> =>
    done({ vision: oracle, executor: { kind: 'onnx-runtime', refused, distance } })
  if (device !== 'wasm') return stay('not on the CPU')
  const part = await obtainPart(kernels)
  if (part.kind !== 'done') return part
  const { width: edge, height } = recipe.fit
  if (edge !== height) return stay('rows')
  const own = part.value.openOwnVisionTower(graph, { output: oracle.output, edge, heads })
  if ('refused' in own) return stay(own.refused)

  const vision: PictureGraph<UnitVector> = {
    output: oracle.output,
    close: () => Promise.resolve(),
    run: (tensors) => {
      const rows = tensors.flatMap((tensor) => toUnitVector(own.encode(tensor)) ?? [])
      return Promise.resolve(
        rows.length === tensors.length
          ? done(rows)
          : failed({ code: 'UNEXPECTED', detail: 'a picture has no direction' }),
      )
    },
  }
  const pictures = probePictures(recipe)
  const [known, seen] = [await oracle.run(pictures), await vision.run(pictures)]
  if (known.kind !== 'done') return known
  const distance = seen.kind === 'done' ? largestDistance(seen.value, known.value) : null
  // Not a number is not near either.
  if (distance === null || !(distance <= OWN_LIMIT)) return stay('too far', distance)
  await oracle.close()
  return done({ vision, executor: { kind: 'own', distance: Math.max(0, distance) } })
}
