import { describe, expect, it } from 'vitest'
import { packColumns } from '../../core/model/tower/pack-columns'
import { plainGelu, plainNorm, plainProducts, plainTower } from '../../core/model/tower/plain-tower'
import {
  asComing,
  type Block,
  type Gelu,
  type Linear,
  type Norm,
  type Tower,
} from '../../core/model/tower/tower'
import { normals } from '../../testing/clouds'
import { byteProducts, PRODUCT_SIZES } from '../../testing/onnx/byte-products'
import { createPlaces } from './kernel-places'
import { openTower } from './open-tower'
import { kernelModules } from './kernel-modules'
import { geluKind, openTransformerKernel, type TransformerKernel } from './transformer-kernel'

/** What a browser without relaxed SIMD makes of the modules. */
const old = { ...kernelModules, relaxed: new Uint8Array() }

/** Every way to multiply; the first is what this processor has. */
const KERNELS = {
  'what is fastest here': () => openTransformerKernel(kernelModules),
  'one instruction': () => openTransformerKernel(kernelModules, 'int8', 'one instruction'),
  'three instructions': () => openTransformerKernel(kernelModules, 'int8', 'three instructions'),
  '16 bits': () => openTransformerKernel(kernelModules, 'int16'),
  '16 bits without relaxed SIMD': () => openTransformerKernel(old),
} as const

type KernelName = keyof typeof KERNELS

const open = (name: KernelName = 'what is fastest here'): TransformerKernel => {
  const kernel = KERNELS[name]()
  if (!kernel) throw new Error('this browser has no SIMD')
  kernel.memory.grow(64)
  return kernel
}

const NAMES = Object.keys(KERNELS) as readonly KernelName[]

/** Numbers about 0, the same at each run. */
const normal = normals(21)
const numbers = (count: number, spread = 1): Float32Array<ArrayBuffer> =>
  Float32Array.from({ length: count }, () => normal() * spread)

const linear = (inputs: number, outputs: number): Linear => ({
  ...{ inputs, outputs },
  weight: numbers(inputs * outputs, 1 / Math.sqrt(inputs)),
  bias: numbers(outputs, 0.1),
})

const norm = (width: number): Norm => ({
  weight: numbers(width, 0.2).map((x) => x + 1),
  bias: numbers(width, 0.1),
})

const tower = (width: number, heads: number, gelu: Gelu, causal: boolean): Tower => ({
  ...{ width, heads, gelu, causal, epsilon: 1e-5 },
  blocks: Array.from({ length: 3 }, (): Block => ({
    attentionNorm: norm(width),
    queriesKeysValues: linear(width, 3 * width),
    attentionOut: linear(width, width),
    mixNorm: norm(width),
    widen: linear(width, 4 * width),
    narrow: linear(4 * width, width),
  })),
  firstNorm: causal ? null : norm(width),
  lastNorm: norm(width),
  projection: linear(width, 24),
})

const openedTower = async (own: Tower, rowLimit: number, name?: KernelName) => {
  const kernel = open(name)
  const places = createPlaces(kernel)
  return openTower(kernel, places, await places.putTower(asComing(own)), rowLimit)
}

const largestGap = (a: Float32Array, b: Float32Array): number =>
  a.reduce((gap, x, i) => Math.max(gap, Math.abs(x - (b[i] ?? Number.NaN))), 0)

const cosineDistance = (a: Float32Array, b: Float32Array): number => {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, each, i) => sum + each * (y[i] ?? 0), 0)
  return 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

describe('products of whole numbers', () => {
  it.each(PRODUCT_SIZES)(
    'of %i rows, %i numbers and %i columns are the oracle’s, to the bit, by each form',
    (...size) => {
      for (const name of NAMES) {
        const { seen, expected } = byteProducts(open(name), size)
        expect(seen).toEqual(expected)
      }
    },
  )

  it('fit 32 bits where rows are as long as any tower has them', () => {
    for (const inputs of [4096, 5120]) {
      const kernel = open('16 bits')
      const [from, rounded, scales, panels, facts, target] = [65536, 131072, 196608, 262144, 655360, 720896]
      const floats = new Float32Array(kernel.memory.buffer)
      // All but one at the top, beside columns of the largest bytes.
      floats.fill(1, from / 4, from / 4 + inputs)
      floats[from / 4] = 0
      const weight = new Float32Array(inputs * 8).fill(1)
      const packed = packColumns({ inputs, outputs: 8, weight, bias: new Float32Array(8) })
      new Int8Array(kernel.memory.buffer).set(packed.panels, panels)
      floats.set(packed.facts, facts / 4)
      kernel.roundRows(from, 1, inputs, inputs * 4, rounded, scales)
      kernel.multiplyRounded(rounded, 1, inputs, scales, panels, 8, facts, target, 32, false)
      const seen = floats.slice(target / 4, target / 4 + 8)
      expect(largestGap(seen, new Float32Array(8).fill(inputs - 1))).toBeLessThan(0.01)
    }
  })

  it.each([
    ['what is fastest here', 2e-4],
    ['16 bits', 3e-5],
    ['16 bits without relaxed SIMD', 3e-5],
  ] as const)('of what is rounded come near the products themselves: %s', (name, limit) => {
    const kernel = open(name)
    const [rows, inputs, outputs] = [6, 256, 32]
    const matrix = linear(inputs, outputs)
    const packed = packColumns(matrix)
    const [from, rounded, scales, panels, facts, target] = [65536, 131072, 163840, 196608, 655360, 786432]
    const floats = new Float32Array(kernel.memory.buffer)
    const row = numbers(rows * inputs, 3)
    floats.set(row, from / 4)
    new Int8Array(kernel.memory.buffer).set(packed.panels, panels)
    floats.set(packed.facts, facts / 4)
    kernel.roundRows(from, rows, inputs, inputs * 4, rounded, scales)
    kernel.multiplyRounded(rounded, rows, inputs, scales, panels, outputs, facts, target, outputs * 4, false)
    const seen = floats.slice(target / 4, target / 4 + rows * outputs)
    expect(cosineDistance(seen, plainProducts(row, matrix))).toBeLessThan(limit)
    // What lies there already is added to.
    kernel.multiplyRounded(rounded, rows, inputs, scales, panels, outputs, facts, target, outputs * 4, true)
    expect(
      largestGap(
        floats.slice(target / 4, target / 4 + rows * outputs),
        seen.map((x) => x * 2),
      ),
    ).toBeLessThan(1e-5)
  })
})

describe('what is done with each row', () => {
  it.each(['quick', 'erf', 'tanh'] as const)('GELU %s is as in double precision', (kind) => {
    const kernel = open()
    const x = Float32Array.from({ length: 4096 }, (_, i) => (i - 2048) / 100)
    const floats = new Float32Array(kernel.memory.buffer)
    floats.set(x, 16384)
    kernel.activate(65536, 1, x.length, geluKind[kind])
    const expected = x.map((number) => plainGelu(number, kind))
    expect(largestGap(floats.slice(16384, 16384 + x.length), expected)).toBeLessThan(3e-6)
  })

  it('the norm is as in double precision, also of rows far from 0', () => {
    const kernel = open()
    const floats = new Float32Array(kernel.memory.buffer)
    const [width, facts] = [96, norm(96)]
    const x = numbers(5 * width, 4).map((number) => number + 30)
    floats.set(facts.weight, 16384)
    floats.set(facts.bias, 17408)
    floats.set(x, 20480)
    kernel.normalise(81920, 5, width, 65536, 69632, 1e-5, 81920)
    expect(largestGap(floats.slice(20480, 20480 + x.length), plainNorm(x, facts, 1e-5))).toBeLessThan(2e-5)
  })
})

describe('a tower', () => {
  it.each([
    [32, 2, 'quick', false, 5],
    [64, 4, 'erf', false, 50],
    [64, 8, 'tanh', true, 13],
    [48, 2, 'quick', true, 1],
  ] as const)(
    'of %i numbers, %i heads, %s (causal: %s) and %i rows is near its definition',
    async (width, heads, gelu, causal, count) => {
      const own = tower(width, heads, gelu, causal)
      const opened = await openedTower(own, 50)
      const rows = numbers(count * width)
      const precise = await openedTower(own, 50, '16 bits')
      const old = await openedTower(own, 50, '16 bits without relaxed SIMD')
      for (const wanted of new Set([0, count - 1])) {
        const expected = plainTower(own, rows, wanted)
        expect(cosineDistance(opened.encode(rows, wanted), expected)).toBeLessThan(1e-3)
        expect(cosineDistance(precise.encode(rows, wanted), expected)).toBeLessThan(2e-4)
        expect(cosineDistance(old.encode(rows, wanted), expected)).toBeLessThan(2e-4)
      }
    },
  )

  it('answers the same whatever it has answered before', async () => {
    const opened = await openedTower(tower(32, 2, 'quick', true), 20)
    const [short, long] = [numbers(3 * 32), numbers(20 * 32)]
    const before = opened.encode(short, 2)
    opened.encode(long, 19)
    expect(opened.encode(short, 2)).toEqual(before)
  })

  it('whose weights are planted wrong is seen to be far from its definition', async () => {
    const made = tower(32, 2, 'quick', false)
    const [first, ...others] = made.blocks
    const withFirst = (changed: Partial<Block>): Tower => ({
      ...made,
      blocks: [{ ...first!, ...changed }, ...others],
    })
    const narrow = { ...first!.narrow, bias: numbers(32) }
    const rows = numbers(5 * 32)
    const expected = plainTower(withFirst({ narrow }), rows, 0)
    const noBias = { ...narrow, bias: new Float32Array(32) }
    const swapped = { ...first!.widen, weight: first!.widen.weight.slice().reverse() }
    for (const wrong of [withFirst({ narrow: noBias }), withFirst({ narrow, widen: swapped })])
      expect(cosineDistance((await openedTower(wrong, 5)).encode(rows, 0), expected)).toBeGreaterThan(1e-3)
  })
})
