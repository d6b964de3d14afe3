import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { clouds } from '../../../testing/clouds'
import { fitCorrection } from './fit-correction'
import { headLogits } from './head'
import { measureOf, toSpace, toVectorWeights } from './linear/space'
import { labelWeights } from './training-set'

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
    const space = toSpace(set)
    const offset = Float64Array.from({ length: set.labels.length }, (_, i) => Math.sin(i))
    const weights = labelWeights(set)
    const targets = { mode: set.mode, classes: count, labels: set.labels, weights }
    const measure = measureOf(set, space, weights, () => true)
    const fitting = { targets, space, measure, offset, learned: [0, 1, 2] }
    const { parameters } = fitCorrection(fitting, lambda, { tolerance: 1e-9 })
    const { size, rows } = space
    const { weights: ofVectors, shifts } = toVectorWeights(space, measure, parameters.slice(0, 3 * size))
    const head = {
      mode: set.mode,
      width: set.width,
      weights: Float32Array.from(ofVectors),
      biases: Float32Array.from(shifts, (shift, c) => shift + (parameters[3 * size + c] ?? 0)),
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
    // As they are measured: centred and scaled.
    const scipy = byScipy({
      rows: asRows(
        rows.map((value, i) => (value - (measure.mean[i % size] ?? 0)) / measure.scale),
        size,
      ),
      offset: asRows(offset, count),
      labels: asRows(set.labels, count),
      weights: set.truth.map((_, i) => weights[i * count]),
      lambda,
    })
    expect(Math.max(...ours.map((p, i) => Math.abs(p - (scipy?.[i] ?? 0))))).toBeLessThan(1e-5)
  })
})
