import { describe, expect, it } from 'vitest'
import type { UnitVector } from '../../../../core/brands'
import { done } from '../../../../core/errors/outcome'
import { readOnnx } from '../../../../core/model/onnx/onnx-graph'
import { bytesInMemory } from '../../../../core/model/onnx/thin-graph'
import { readConstants } from '../../../../core/model/onnx/tensor-values'
import { toUnitVector } from '../../../../core/question/scoring/cosine'
import type { OwnPrecision } from '../../../../core/runtime/executor'
import type { Recipe } from '../../../../core/pixels/recipe'
import { probePictures } from '../../../../core/runtime/self-check/probe-input'
import { CLIP_VISION, LENGTH, type TransformerShape } from '../../../../testing/onnx/transformer-parts'
import { SIDE, writeTransformer } from '../../../../testing/onnx/write-transformer'
import { ownVisionTowers } from '../../../cpu/own-towers'
import type { PictureGraph } from '../../../inference/open-picture-graph'
import { openKnownVision, openPackedVision, preferOwnVision } from './prefer-own-vision'

const recipe: Recipe = {
  key: 'test',
  fit: { kind: 'crop', resizeTo: SIDE, width: SIDE, height: SIDE },
  resample: 'bicubic',
  rescale: 1 / 255,
  mean: [0, 0, 0],
  std: [1, 1, 1],
}

/** Changes a file's first constant of some dims, and gives the file that it becomes. */
const withChanged = (
  file: Uint8Array<ArrayBuffer>,
  dims: readonly number[],
  change: (numbers: Float32Array) => void,
): Uint8Array<ArrayBuffer> => {
  const graph = readOnnx(file)
  const constants = readConstants(graph, () => [])
  const place = [...graph.initializers.keys()]
    .map((name) => constants.place(name))
    .find((each) => each?.dims.join() === dims.join())
  if (!place) throw new Error('no such constant')
  const { start, end } = place.content
  const numbers = new Float32Array(file.slice(start, end).buffer)
  change(numbers)
  const changed = file.slice()
  changed.set(new Uint8Array(numbers.buffer), start)
  return changed
}

/**
 * A tower, and an oracle whose numbers are `changed` from those of the tower.
 * @param right what the oracle runs; the tower's own file where it is left out
 */
const setup = (
  shape: TransformerShape,
  changed: (vector: UnitVector) => UnitVector = (vector) => vector,
  bytes = writeTransformer(shape),
  right = bytes,
) => {
  const opening = ownVisionTowers.file(bytesInMemory(right), {
    ...{ output: 'image_embeds', edge: SIDE, heads: 4 },
  })
  let closed = false
  const oracle: PictureGraph<UnitVector> = {
    output: 'image_embeds',
    run: async (tensors) => {
      const own = await opening
      return done(
        tensors.map((tensor) => {
          const vector = 'refused' in own ? null : toUnitVector(own.tower.encode(tensor))
          return changed(vector ?? (new Float32Array(24) as UnitVector))
        }),
      )
    },
    close: () => {
      closed = true
      return Promise.resolve()
    },
  }
  const prefer = async (device: 'wasm' | 'webgpu' = 'wasm', rounded: OwnPrecision = 'int8') => {
    const preferred = await preferOwnVision(
      bytesInMemory(bytes),
      { recipe, config: { heads: 4 }, rounded },
      { device },
      oracle,
    )
    if (preferred.kind !== 'done') throw new Error(JSON.stringify(preferred))
    const { vision, executor } = preferred.value
    return { executor, isOwn: vision !== oracle, closed, preferred: preferred.value }
  }
  return { prefer }
}

describe('our own kernels', () => {
  it('stop between two layers of a picture, and see the next one as if nothing had been', async () => {
    const { vision } = (await setup(CLIP_VISION).prefer()).preferred
    const [picture, other] = probePictures(recipe)
    if (!picture || !other) throw new Error('no pictures')
    const alone = await vision.run([other])
    const stopping = new AbortController()
    const stopped = vision.run([picture], stopping.signal)
    // One more is begun while the first still holds half of its layers, as a worker does that hears both messages at once.
    stopping.abort()
    const next = vision.run([other], new AbortController().signal)
    expect((await stopped).kind).toBe('cancelled')
    expect(await next).toEqual(alone)
  })

  it('take the place of ONNX Runtime where their numbers are its own, and its weights are given back', async () => {
    const { executor, isOwn, closed } = await setup(CLIP_VISION).prefer()
    expect(executor.kind).toBe('own')
    expect(executor.distance).toBeLessThan(1e-6)
    expect([isOwn, closed]).toEqual([true, true])
  })

  it('are given up where a number is planted wrong, and ONNX Runtime goes on', async () => {
    const turned = (vector: UnitVector) =>
      toUnitVector(vector.map((x, i) => (i === 0 ? x + 0.3 : x))) ?? vector
    const { executor, isOwn, closed } = await setup(CLIP_VISION, turned).prefer()
    expect(executor).toMatchObject({ kind: 'onnx-runtime', refused: 'too far' })
    expect(executor.distance).toBeGreaterThan(0.005)
    expect([isOwn, closed]).toEqual([false, false])
  })

  it.each<[string, readonly number[], (numbers: Float32Array) => void]>([
    [
      'a wrong scale',
      [LENGTH, 2 * LENGTH],
      (matrix) => {
        matrix.forEach((x, i) => (matrix[i] = i % (2 * LENGTH) < 8 ? x * 4 : x))
      },
    ],
    [
      'two panels that are swapped',
      [LENGTH, 2 * LENGTH],
      (matrix) => {
        for (let row = 0; row < matrix.length; row += 2 * LENGTH) {
          const panel = matrix.slice(row, row + 8)
          matrix.copyWithin(row, row + 8, row + 16)
          matrix.set(panel, row + 8)
        }
      },
    ],
    [
      'a bias that is missing',
      [2 * LENGTH],
      (bias) => {
        bias.fill(0)
      },
    ],
  ])('are given up for %s in one matrix', async (_, dims, plant) => {
    // Biases of the size that trained ones have beside what they are added to.
    const right = withChanged(writeTransformer(CLIP_VISION), [2 * LENGTH], (bias) => {
      bias.forEach((x, i) => (bias[i] = x * 20))
    })
    const wrong = withChanged(right, dims, plant)
    const { executor, isOwn, closed } = await setup(CLIP_VISION, undefined, wrong, right).prefer()
    expect(executor).toMatchObject({ kind: 'onnx-runtime', refused: 'too far' })
    expect([isOwn, closed]).toEqual([false, false])
    expect((await setup(CLIP_VISION, undefined, right).prefer()).isOwn).toBe(true)
  })

  it('say what they round to, and round less where that is asked for', async () => {
    const coarse = await setup(CLIP_VISION).prefer()
    const fine = await setup(CLIP_VISION).prefer('wasm', 'int16')
    expect([coarse.executor, fine.executor]).toMatchObject([{ precision: 'int8' }, { precision: 'int16' }])
    // The oracle of these tests rounds to bytes.
    expect(fine.executor.distance).toBeGreaterThan(coarse.executor.distance ?? 1)
  })

  it('open alone from weights that they packed, with the same numbers', async () => {
    const known = { recipe, config: { heads: 4 }, rounded: 'int8' as const }
    const { preferred } = await setup(CLIP_VISION).prefer()
    const weights = preferred.pack?.()
    if (!weights) throw new Error('nothing was packed')
    const opened = await openPackedVision(weights, known)
    const pixels = Float32Array.from({ length: 3 * SIDE * SIDE }, (_, i) => Math.sin(i))
    const alone = opened.kind === 'done' ? await opened.value?.run([pixels]) : null
    expect(alone).toEqual(await preferred.vision.run([pixels]))
    expect(await openPackedVision(weights.slice(0, -64), known)).toEqual(done(null))
  })

  it.each([
    ['of another shape', { ...CLIP_VISION, activation: 'relu' }, 'wasm', 'blocks'],
    ['on a graphics card', CLIP_VISION, 'webgpu', 'not on the CPU'],
  ] as const)('do not touch a model %s', async (_, shape, device, refused) => {
    const { executor, isOwn, closed } = await setup(shape).prefer(device)
    expect(executor).toEqual({ kind: 'onnx-runtime', refused, distance: null })
    expect([isOwn, closed]).toEqual([false, false])
  })

  it('open alone what they were compared on before, with the same numbers', async () => {
    const graph = bytesInMemory(writeTransformer(CLIP_VISION))
    const known = { recipe, config: { heads: 4 }, rounded: 'int8' as const }
    const opened = await openKnownVision(graph, known, { device: 'wasm' })
    const pixels = Float32Array.from({ length: 3 * SIDE * SIDE }, (_, i) => Math.sin(i))
    const alone = opened.kind === 'done' ? await opened.value?.run([pixels]) : null
    const own = await ownVisionTowers.file(graph, { output: 'image_embeds', edge: SIDE, heads: 4 })
    const expected = 'refused' in own ? null : toUnitVector(own.tower.encode(pixels))
    expect(alone).toEqual(done([expected]))
    expect(await openKnownVision(bytesInMemory(new Uint8Array(8)), known, { device: 'wasm' })).toEqual(
      done(null),
    )
  })
})
