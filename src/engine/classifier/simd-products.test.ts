import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainProducts } from '../../core/tasks/own/linear/products'
import { toSpace } from '../../core/tasks/own/linear/space'
import { headProbabilities } from '../../core/tasks/own/head'
import { train, type Trained } from '../../core/tasks/own/train'
import type { TrainingSet } from '../../core/tasks/own/training-set'
import { clouds, normals } from '../../testing/clouds'
import kernelBytes from './products-kernel.as.ts?wasm-bytes'
import { createProducts } from './simd-products'

const simd = createProducts(kernelBytes)

const randoms = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: count }, normals(seed))

const furthest = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0)

const sizes = fc.record({
  rows: fc.integer({ min: 1, max: 40 }),
  width: fc.integer({ min: 1, max: 40 }),
  classes: fc.integer({ min: 1, max: 9 }),
  seed: fc.nat(1e6),
})

/** What numbers of this size come to in single precision. */
const CLOSE = 1e-4

describe('products in SIMD', () => {
  it('is here, so that it is what is compared', () => {
    expect(simd).not.toBe(plainProducts)
  })

  it('are those of the plain version, for matrices of every size', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ({ rows, width, classes, seed }, isLower) => {
        const columns = isLower ? rows : width
        const matrix = randoms(rows * columns, seed).map((value, i) =>
          isLower && i % columns > Math.floor(i / columns) ? 0 : value,
        )
        const productsBy = (products: typeof simd) => {
          const held = products.hold(matrix, columns, isLower)
          const logits = new Float64Array(rows * classes)
          const sums = new Float64Array(classes * columns)
          // Twice, with fewer classes first: what an earlier call has left does no harm.
          held.timesWeights(randoms(columns, seed + 3), 1, new Float64Array(rows))
          held.timesWeights(randoms(classes * columns, seed + 1), classes, logits)
          held.addUp(randoms(rows * classes, seed + 2), classes, sums)
          return { logits, sums }
        }
        const [ours, plain] = [productsBy(simd), productsBy(plainProducts)]
        expect(furthest(ours.logits, plain.logits)).toBeLessThan(CLOSE)
        expect(furthest(ours.sums, plain.sums)).toBeLessThan(CLOSE)
      }),
    )
  })

  it('are those of the plain version, for every row with every row', () => {
    fc.assert(
      fc.property(sizes, ({ rows, width, seed }) => {
        const matrix = Float32Array.from(randoms(rows * width, seed))
        expect(furthest(simd.gram(matrix, width), plainProducts.gram(matrix, width))).toBeLessThan(CLOSE)
      }),
    )
  })

  it('lead to the same answers', () => {
    const learnt = (set: TrainingSet, products: typeof simd): Trained => {
      const work = train(set, toSpace(set, products))
      let step = work.next()
      while (!step.done) step = work.next()
      return step.value
    }
    for (const perClass of [6, 40]) {
      const set = clouds({ noise: 2, width: 64, perClass })
      const [ours, plain] = [learnt(set, simd), learnt(set, plainProducts)]
      expect(ours.choice.lambda).toBe(plain.choice.lambda)
      expect(
        furthest(headProbabilities(ours.head, set.vectors), headProbabilities(plain.head, set.vectors)),
      ).toBeLessThan(1e-3)
    }
  })
})
