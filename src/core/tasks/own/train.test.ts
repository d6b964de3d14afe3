import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { fitCorrection } from './fit-correction'
import { headLogits, headProbabilities } from './head'
import { toFeatures } from './linear/features'
import { groupNearDuplicates } from './near-duplicates'
import { reportOn } from './report/report'
import { fitHead, train, type Trained } from './train'
import { labelWeights, learnedClasses, subsetOf, UNKNOWN, type TrainingSet } from './training-set'

/** Numbers of a normal distribution, the same for the same seed. */
const normals = (seed: number): (() => number) => {
  let state = seed
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

const unit = (values: readonly number[]): number[] => {
  const length = Math.hypot(...values)
  return values.map((value) => value / length)
}

interface Made {
  readonly seed?: number
  readonly classes?: number
  readonly perClass?: number
  readonly width?: number
  /** Of the scatter beside the distance of the classes. */
  readonly noise?: number
  /** Whether words point where their class lies. */
  readonly wordsKnow?: boolean
}

/** Clouds of vectors about a middle for each class, as pictures of one subject lie together. */
const clouds = ({
  seed = 7,
  classes = 3,
  perClass = 8,
  width = 24,
  noise = 0.5,
  wordsKnow = false,
}: Made = {}): TrainingSet & { readonly truth: readonly number[] } => {
  const normal = normals(seed)
  const row = (scale: number) => Array.from({ length: width }, () => scale * normal())
  const middles = Array.from({ length: classes }, () => unit(row(1)))
  const truth = middles.flatMap((_, c) => new Array<number>(perClass).fill(c))
  const vectors = truth.map((c) => {
    const scatter = row(noise / Math.sqrt(width))
    return unit((middles[c] ?? []).map((value, k) => value + (scatter[k] ?? 0)))
  })
  const words = middles.map((middle) => (wordsKnow ? middle : unit(row(1))))
  return {
    mode: 'single',
    width,
    truth,
    vectors: Float32Array.from(vectors.flat()),
    words: Float32Array.from(words.flat()),
    labels: Int8Array.from(truth.flatMap((c) => middles.map((_, k) => Number(k === c)))),
    groups: truth.map((_, i) => `picture ${i}`),
  }
}

const finish = (set: TrainingSet): Trained => {
  const work = train(set)
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
    const grouped = { ...plain, groups: groupNearDuplicates(ids, vectors, copies.width) }
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

/** SciPy's minimum of the same objective; `null` where it is not installed. */
const byScipy = (input: object): readonly number[] | null => {
  const code = `
import json, sys
import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp
q = json.load(sys.stdin)
X, Z, Y, w = (np.array(q[k], dtype=float) for k in ('rows', 'offset', 'labels', 'weights'))
n, d = X.shape
C = Z.shape[1]
def f(t):
    V, b = t[:C*d].reshape(C, d), t[C*d:]
    L = Z + X @ V.T + b
    lse = logsumexp(L, axis=1, keepdims=True)
    R = (np.exp(L - lse) - Y) * w[:, None]
    value = np.sum(w * (lse[:, 0] - np.sum(L * Y, axis=1))) + q['lambda']/2*np.sum(V*V) + np.sum(b*b)/2
    return value, np.concatenate([(R.T @ X + q['lambda']*V).ravel(), R.sum(0) + b])
t = minimize(f, np.zeros(C*d+C), jac=True, method='L-BFGS-B', options=dict(maxiter=20000, ftol=1e-15, gtol=1e-10)).x
L = Z + X @ t[:C*d].reshape(C, d).T + t[C*d:]
print(json.dumps(np.exp(L - logsumexp(L, axis=1, keepdims=True)).ravel().tolist()))
`
  try {
    // Its numbers alone are printed.
    return JSON.parse(
      execFileSync('python3', ['-c', code], {
        input: JSON.stringify(input),
        stdio: ['pipe', 'pipe', 'ignore'],
      }).toString(),
    ) as readonly number[]
  } catch {
    return null
  }
}

describe('beside SciPy', () => {
  const hasScipy = byScipy({
    rows: [[1], [0]],
    offset: [
      [0, 0],
      [0, 0],
    ],
    labels: [
      [1, 0],
      [0, 1],
    ],
    weights: [1, 1],
    lambda: 1,
  })
  if (hasScipy === null) console.log('skipped: python3 has no scipy to compare the fit with')

  it.skipIf(hasScipy === null).each([10, 0.3, 0.01])('finds the same minimum at lambda %f', (lambda) => {
    const set = clouds({ noise: 2, width: 40 })
    const count = 3
    const features = toFeatures(set)
    const offset = Float64Array.from({ length: set.labels.length }, (_, i) => Math.sin(i))
    const weights = labelWeights(set)
    const targets = { mode: set.mode, classes: count, labels: set.labels, weights }
    const correction = fitCorrection(targets, features, offset, [0, 1, 2], lambda, undefined, 1e-9)
    const { weights: ofVectors, shifts } = features.toVectorSpace(
      correction.parameters.slice(0, 3 * features.size),
    )
    const head = {
      mode: set.mode,
      width: set.width,
      weights: Float32Array.from(ofVectors),
      biases: Float32Array.from(
        shifts,
        (shift, c) => shift + (correction.parameters[3 * features.size + c] ?? 0),
      ),
    }
    const logits = headLogits(head, set.vectors).map((logit, i) => logit + (offset[i] ?? 0))
    const ours = [...logits].map((logit, i) => {
      const row = logits.subarray(i - (i % count), i - (i % count) + count)
      return Math.exp(logit) / [...row].reduce((sum, value) => sum + Math.exp(value), 0)
    })
    const asRows = (values: ArrayLike<number>, width: number) =>
      Array.from({ length: values.length / width }, (_, i) =>
        Array.from({ length: width }, (__, k) => values[i * width + k]),
      )
    // The centred and scaled vectors, of which the features keep lengths and angles.
    const scipy = byScipy({
      rows: asRows(features.rows, features.size),
      offset: asRows(offset, count),
      labels: asRows(set.labels, count),
      weights: set.truth.map((_, i) => weights[i * count]),
      lambda,
    })
    expect(Math.max(...ours.map((p, i) => Math.abs(p - (scipy?.[i] ?? 0))))).toBeLessThan(1e-5)
  })
})
