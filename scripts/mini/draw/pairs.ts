import { pixelsToTensor } from '../../../src/core/pixels/pixels-to-tensor'
import { resizeCrop } from '../../../src/core/pixels/resize/resize-crop'
import { planResize } from '../../../src/core/pixels/resize/resize-plan'
import { kindIndex } from './catalogue'
import { createRng, splits } from './prng'
import { rasteriseRgba } from './rasterise'
import { composeScene, pickColour, trainingStyles } from './scene'

/** Of the model; what is drawn is larger and goes through the app's own resize. */
export const SIDE = 64
const DRAWN = 256
/** What is drawn, by words that the model knows. */
export const THINGS = [
  'car',
  'document',
  'motorcycle',
  'truck',
  'person',
  'cat',
  'tree',
  'house',
  'apple',
  'fish',
]
const plan = planResize(DRAWN, DRAWN, { kind: 'crop', resizeTo: SIDE, width: SIDE, height: SIDE })
const scaling = { rescale: 1 / 255, mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] } as const

/** Two things in two quarters of a white square, each with the background that it was drawn on. */
export const drawPair = (seed: number) => {
  const rng = createRng(777_000_000 + seed, splits.evaluation)
  const things = THINGS.toSorted(() => rng.range(-1, 1)).slice(0, 2)
  const quarters = [0, 1, 2, 3].toSorted(() => rng.range(-1, 1))
  const rgba = new Uint8ClampedArray(DRAWN * DRAWN * 4).fill(255)
  const half = DRAWN / 2
  const placed = things.map((thing, i) => {
    const [kind, quarter] = [kindIndex(thing), quarters[i] ?? 0]
    const colour = pickColour(kind, rng)
    const { svg } = composeScene({ kind, colour, count: 1, style: rng.pick(trainingStyles) }, rng)
    const drawn = rasteriseRgba(svg, half)
    for (let y = 0; y < half; y += 1)
      rgba.set(
        drawn.subarray(y * half * 4, (y + 1) * half * 4),
        ((y + (quarter >> 1) * half) * DRAWN + (quarter & 1) * half) * 4,
      )
    return { thing, quarter }
  })
  return { placed, tensor: pixelsToTensor(resizeCrop(rgba, DRAWN, DRAWN, plan, 'bicubic'), scaling) }
}
