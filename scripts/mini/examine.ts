import { pixelsToTensor } from '../../src/core/pixels/pixels-to-tensor'
import { resizeCrop } from '../../src/core/pixels/resize/resize-crop'
import { planResize } from '../../src/core/pixels/resize/resize-plan'
import { createRng, splits, type Rng } from './draw/prng'
import { rasteriseRgba } from './draw/rasterise'
import type { MiniRuntime } from './runtime'
import { composeScene, type Scene, type SceneFacts } from './draw/scene'

/** A picture of the examination with its embedding, unit length. */
export interface Examined extends Scene {
  readonly embedding: Float32Array
}

/** How many of how many were right. */
export interface Score {
  readonly right: number
  readonly of: number
}

/** Side at which the examination draws: the app's own resize then brings it to the model's size. */
const drawnSize = 256
const modelSize = 64
const plan = planResize(drawnSize, drawnSize, {
  kind: 'crop',
  resizeTo: modelSize,
  width: modelSize,
  height: modelSize,
})
const scaling = { rescale: 1 / 255, mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] } as const
const batchSize = 64

/** The tensor that the app would make of a drawing. */
export function drawingToTensor(svg: string): Float32Array {
  const rgba = rasteriseRgba(svg, drawnSize)
  return pixelsToTensor(resizeCrop(rgba, drawnSize, drawnSize, plan, 'bicubic'), scaling)
}

/**
 * Draws and embeds one scene per entry of `wanted`. Seeds come from the evaluation split, `paper` apart from
 * every other paper, so no picture was seen in training or serves two figures.
 */
export async function examine(
  mini: MiniRuntime,
  paper: number,
  wanted: readonly ((rng: Rng) => SceneFacts)[],
): Promise<readonly Examined[]> {
  const examined: Examined[] = []
  for (let start = 0; start < wanted.length; start += batchSize) {
    const scenes = wanted.slice(start, start + batchSize).map((facts, i) => {
      const rng = createRng(paper * 1_000_000 + start + i, splits.evaluation)
      return composeScene(facts(rng), rng)
    })
    const planes = new Float32Array(scenes.length * 3 * modelSize * modelSize)
    scenes.forEach((scene, i) => {
      planes.set(drawingToTensor(scene.svg), i * 3 * modelSize * modelSize)
    })
    const embeddings = await mini.encodePictures(planes, scenes.length)
    scenes.forEach((scene, i) => {
      examined.push({ ...scene, embedding: embeddings[i] ?? new Float32Array(mini.dim) })
    })
  }
  return examined
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

/** Index of the tag nearest to a picture. */
export function nearest(picture: Examined, tags: readonly Float32Array[]): number {
  let best = -1
  let most = -Infinity
  tags.forEach((tag, i) => {
    const value = cosine(picture.embedding, tag)
    if (value > most) {
      most = value
      best = i
    }
  })
  return best
}

/** Top-1 over `pictures`; `answer` names the right tag's index. */
export function topOne(
  pictures: readonly Examined[],
  tags: readonly Float32Array[],
  answer: (picture: Examined) => number,
): Score {
  return {
    right: pictures.filter((picture) => nearest(picture, tags) === answer(picture)).length,
    of: pictures.length,
  }
}

export function percent({ right, of }: Score): number {
  return (100 * right) / of
}
