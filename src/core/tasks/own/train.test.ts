import { describe, expect, it } from 'vitest'
import { clouds, normals, unit } from '../../../testing/clouds'
import { headLogits, headProbabilities } from './head'
import { plainProducts, type Products } from './linear/products'
import { toSpace, type ExampleSpace } from './linear/space'
import { groupNearDuplicates } from './groups/near-duplicates'
import { reportOn } from './report/report'
import { fitHead, train, type Trained } from './train'
import { learnedClasses, subsetOf, UNKNOWN, YES, type TrainingSet } from './training-set'

const finish = (set: TrainingSet, space?: ExampleSpace): Trained => {
  const work = train(set, space)
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

const judged = (set: TrainingSet) => reportOn(set, finish(set).heldOut)

const shareRight = (set: TrainingSet, trained: Trained, truth: readonly number[]): number => {
  const logits = headLogits(trained.head, set.vectors)
  const count = logits.length / truth.length
  return (
    truth.filter((c, i) => {
      const row = logits.subarray(i * count, (i + 1) * count)
      return row.indexOf(Math.max(...row)) === c
    }).length / truth.length
  )
}

/** The same set with other labels. */
const relabelled = (set: TrainingSet, truth: readonly number[], classes: number): TrainingSet => ({
  ...set,
  labels: Int8Array.from(truth.flatMap((c) => Array.from({ length: classes }, (_, k) => Number(k === c)))),
})

describe('a head with one label', () => {
  it('tells pictures apart that words say nothing of, from few examples', () => {
    const all = clouds({ perClass: 20 })
    const few = subsetOf(all, [0, 1, 20, 21, 40, 41])
    expect(shareRight(all, finish(few), all.truth)).toBeGreaterThan(0.95)
  })

  it('leaves words alone that are right already', () => {
    const set = clouds({ wordsKnow: true, noise: 0.3, perClass: 4 })
    const { choice, head } = finish(set)
    expect(choice.wordsOnly).toBe(true)
    const [weight = 0, word = 0] = [head.weights[0], set.words[0]]
    expect(
      [...head.weights].every((value, i) => Math.abs(value - (weight / word) * (set.words[i] ?? 0)) < 1e-4),
    ).toBe(true)
  })

  it.each([16, 18])('keeps to good words beside one wrong label among eight (%i)', (seed) => {
    const set = clouds({ seed, classes: 2, perClass: 8, noise: 1.5, wordsKnow: true })
    const examples = [0, 1, 2, 3, 8, 9, 10, 11]
    const labels = examples.map((i) => (i === 11 ? 0 : (set.truth[i] ?? 0)))
    const trained = finish(relabelled(subsetOf(set, examples), labels, 2))
    expect(trained.choice.wordsOnly).toBe(true)
  })

  it('answers by words where a class has no example', () => {
    const set = clouds({ classes: 4, wordsKnow: true })
    const some = subsetOf(set, [...Array(24).keys()])
    expect(learnedClasses(some)).toEqual([0, 1, 2])
    expect(shareRight(set, finish(some), set.truth)).toBeGreaterThan(0.9)
  })

  it('comes to the same each time, whatever was fitted before', () => {
    const set = clouds({ noise: 1.5 })
    expect(finish(set)).toEqual(finish(set))
  })

  it('gives the fitted head again for the choice that was made', () => {
    const set = clouds({ noise: 1.2 })
    const trained = finish(set)
    const again = headProbabilities(fitHead(set, trained.choice), set.vectors)
    expect(
      [...again].every((p, i) => Math.abs(p - (headProbabilities(trained.head, set.vectors)[i] ?? 0)) < 1e-6),
    ).toBe(true)
  })

  it('hears numbers by their whole spread where some are loud and tell nothing, as held-out examples say', () => {
    const set = clouds({ width: 32, perClass: 12, noise: 1.2 })
    const normal = normals(3)
    const rows = set.truth.map((_, i) => {
      const row = [...set.vectors.subarray(i * 32, (i + 1) * 32)]
      return unit(row.map((value, k) => (k < 6 ? 3 * normal() : value)))
    })
    const loud = { ...set, vectors: Float32Array.from(rows.flat()) }
    expect(finish(loud).choice.loudness).toBe('whole')
    expect(finish(clouds({ width: 32, perClass: 12 })).choice.loudness).toBe('damped')
  })

  it('asks only the products of the matrix that was held last', () => {
    let last = 0
    const products: Products = {
      gram: plainProducts.gram,
      hold: (...given) => {
        const [held, own] = [plainProducts.hold(...given), (last += 1)]
        const guarded =
          <T extends readonly unknown[]>(work: (...given: T) => void) =>
          (...asked: T) => {
            expect(own).toBe(last)
            work(...asked)
          }
        return { timesWeights: guarded(held.timesWeights), addUp: guarded(held.addUp) }
      },
    }
    const set = clouds({})
    expect(finish(set, toSpace(set, products)).head).toEqual(finish(set).head)
  })

  it('is as good with copies of the same pictures as with fewer numbers than examples', () => {
    const set = clouds({ width: 8, perClass: 20 })
    expect(shareRight(set, finish(set), set.truth)).toBeGreaterThan(0.9)
    const twice = subsetOf(set, [...set.truth.keys(), ...set.truth.keys()])
    expect(shareRight(set, finish(twice), set.truth)).toBeGreaterThan(0.9)
  })
})

describe('a head with several labels', () => {
  it('takes what is not known neither for yes nor for no', () => {
    const set = clouds({ classes: 2, perClass: 10, width: 16 })
    const several: TrainingSet = { ...set, mode: 'multi' }
    const masked = several.labels.map((label, i) => (i % 2 === 1 && i > 12 && i < 20 ? UNKNOWN : label))
    const probabilities = headProbabilities(finish({ ...several, labels: masked }).head, set.vectors)
    for (const [i, truth] of set.truth.entries())
      expect((probabilities[i * 2 + 1] ?? 0) >= 0.5).toBe(truth === 1)
  })
})

describe('what held-out examples say', () => {
  it('calls a head of labels that were dealt at random no better than chance', () => {
    const set = clouds({ classes: 3, perClass: 20, width: 48 })
    const dealt = set.truth.map((_, i) => (i * 7 + Math.floor(i / 5)) % 3)
    const report = judged(relabelled(set, dealt, 3))
    expect(report.beatsChance).toBe(false)
    expect(report.accuracy?.low).toBeLessThan(1 / 3)
    expect(report.accuracy?.high).toBeGreaterThan(1 / 3)
  })

  it('says that a head is better than chance and than words where it is', () => {
    const { accuracy, beatsChance, beatsWords, isEnough } = judged(clouds({ perClass: 12 }))
    expect({ beatsChance, beatsWords, isEnough }).toEqual({
      beatsChance: true,
      beatsWords: true,
      isEnough: true,
    })
    expect(accuracy?.share).toBeGreaterThan(0.9)
  })

  it('has too few to say anything with four of each', () => {
    expect(judged(clouds({ perClass: 4 })).isEnough).toBe(false)
    expect(judged(subsetOf(clouds(), [0, 8, 16])).accuracy).toBeNull()
  })

  it.each([
    [1, false],
    [5, true],
  ])('has with several labels enough of each only with as many that are not: %d', (known, isEnough) => {
    const set: TrainingSet = { ...clouds({ classes: 2, perClass: 10 }), mode: 'multi' }
    const labels = set.labels.map((label, i) => (label === YES || (i >> 1) % 10 < known ? label : UNKNOWN))
    expect(judged({ ...set, labels }).isEnough).toBe(isEnough)
  })

  it('is not deceived by four copies of each example', () => {
    const test = clouds({ perClass: 100, noise: 6, width: 64, classes: 4 })
    const own = [0, 100, 200, 300].flatMap((from) => Array.from({ length: 10 }, (_, i) => from + i))
    const copies = subsetOf(
      test,
      own.flatMap((i) => [i, i, i, i]),
    )
    const normal = normals(3)
    // Frames of a burst: nearly the same.
    const vectors = copies.vectors.map((value) => value + 0.006 * normal())
    for (let from = 0; from < vectors.length; from += copies.width) {
      const row = vectors.subarray(from, from + copies.width)
      row.set(unit([...row]))
    }
    const ids = copies.groups.map((_, i) => `copy ${String(i).padStart(3, '0')}`)
    const plain = { ...copies, vectors, groups: ids }
    const grouped = { ...plain, groups: groupNearDuplicates(plain, toSpace(plain)) }
    expect(new Set(grouped.groups).size).toBe(own.length)
    const truth = shareRight(
      subsetOf(
        test,
        [...test.truth.keys()].filter((i) => !own.includes(i)),
      ),
      finish(grouped),
      test.truth.filter((_, i) => !own.includes(i)),
    )
    expect(judged(plain).accuracy?.share).toBeGreaterThan(truth + 0.3)
    const { share = 0, low = 0, high = 0 } = judged(grouped).accuracy ?? {}
    expect(share).toBeLessThan(truth + 0.15)
    // As wide as ten pictures of each allow, not forty.
    expect(high - low).toBeGreaterThan(0.25)
  })
})
