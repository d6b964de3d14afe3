import { type Remote, wrap } from 'comlink'
import { afterEach, describe, expect, it } from 'vitest'
import {
  graftTower,
  MOST_GRAFT_BYTES,
  PLACES_OUTPUT,
  withGraft,
} from '../../../core/model/onnx/graft/graft-tower'
import { GRID, SIDE, writeTransformer } from '../../../testing/onnx/write-transformer'
import { haveFixtures, readFixture } from '../../../testing/pixels/fixture-files'
import type { GraphWorker } from './graph-worker'

/** How far the first row may be from what the tower itself gives, by the tower's precision. */
const TOLERANCE = { fp32: 1e-5, q8: 2e-4 } as const
const DEVICES = ['wasm', 'webgpu'] as const
const shape = { heads: 'apart', scaled: 'queries', pooling: 'class-token' } as const
const available = haveFixtures()

/** Of a tower of full size on a graphics card in software: 40 s at q8 and 320 s at fp32, on two cores. */
const LONGEST = 600_000
const VIT = 'ViT-B/32'

const fixture = (path: string) => async () =>
  new Uint8Array(await (await readFixture(`bench/${path}`)).arrayBuffer())

const TOWERS = [
  ['a small transformer', 'fp32', () => writeTransformer({ ...shape, weights: 'fp32' }), SIDE, GRID],
  ['a small transformer', 'q8', () => writeTransformer({ ...shape, weights: 'q8' }), SIDE, GRID],
  [VIT, 'fp32', fixture('vision_model.onnx'), 224, 7],
  [VIT, 'q8', fixture('vision_model_quantized.onnx'), 224, 7],
] as const
const cases = DEVICES.flatMap((device) => TOWERS.map((tower) => [device, ...tower] as const))

const workers: Worker[] = []
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate()
})

const startWorker = (): Remote<GraphWorker> => {
  // eslint-disable-next-line no-restricted-syntax -- a worker of the tests, which no bundle may contain
  const worker = new Worker(new URL('graph-worker.ts', import.meta.url), { type: 'module' })
  workers.push(worker)
  return wrap<GraphWorker>(worker)
}

const farthest = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0)

/** Numbers as a picture might have them, the same each time. */
const pictureOf = (side: number) =>
  Float32Array.from({ length: 3 * side * side }, (_, i) => Math.sin(i * 12.9898) * Math.cos(i / 300))

// In Node, on WASM alone, the same is held of more shapes: scripts/models/grafts.
describe('a graft in a worker', () => {
  it.for(cases)(
    'on %s of %s at %s leaves the tower as it is',
    { timeout: LONGEST },
    async ([device, name, dtype, read, side, grid], context) => {
      if (name === VIT && !available) context.skip('needs the fixtures of ../shared')
      const isSlow = name === VIT && device === 'webgpu'
      if (isSlow && import.meta.env.TAGLENS_FULL_SIZE === '')
        context.skip('takes minutes on a graphics card in software: TAGLENS_FULL_SIZE=1 runs it')
      const graph = await read()
      const graft = graftTower(graph, 'image_embeds')
      if (graft.kind === 'refused') throw new Error(graft.detail)
      expect(graft.addition.length).toBeLessThan(MOST_GRAFT_BYTES)
      const graphs = [graph, withGraft(graph, graft.addition)]
      const seen = await startWorker().outputsOf({ graphs, device, pixels: pictureOf(side), side })
      if (!seen) context.skip(`this browser has no ${device}, not even in software`)
      const [plain, grown] = seen ?? []
      for (const [output, values] of plain ?? []) expect(grown?.get(output), output).toEqual(values)
      const whole = plain?.get('image_embeds') ?? new Float32Array()
      const rows = grown?.get(PLACES_OUTPUT) ?? new Float32Array()
      expect(rows).toHaveLength((1 + grid * grid) * whole.length)
      expect(rows.every(Number.isFinite)).toBe(true)
      expect(farthest(whole, rows)).toBeLessThanOrEqual(TOLERANCE[dtype])
    },
  )
})
