import { logitsToProbabilities } from '../../../src/core/tasks/own/linear/loss.ts'
import { timesTransposed, toDoubles } from '../../../src/core/tasks/own/linear/matrix.ts'
import { classCount, exampleCount, labelOf } from '../../../src/core/tasks/own/training-set.ts'
import { CLIP_SCALE, type Method } from './method.ts'

/** Factors of what the examples say, and how fast that fades with distance: the ranges of the paper's own search. */
const STRENGTHS = [0.1, 0.3, 1, 3, 10, 30, 100]
const SHARPNESSES = [1, 3, 5.5, 10, 30, 100]

/**
 * Tip-Adapter without training (Zhang et al. 2021, arXiv 2111.03930): words, and examples by their nearness. Its two
 * numbers are chosen by leaving one example out, since there is no other set to choose them on; of equals the likeliest.
 */
export const tipAdapter: Method = (set, tests) => {
  const [n, classes, { width }] = [exampleCount(set), classCount(set), set]
  const truth = Array.from({ length: n }, (_, i) => labelOf(set, i))
  const [examples, words] = [toDoubles(set.vectors), toDoubles(set.words)]
  const logitsOf = (rows: Float64Array, leaveOut: boolean) => {
    const [nearness, byWords] = [timesTransposed(rows, examples, width), timesTransposed(rows, words, width)]
    return (strength: number, sharpness: number): Float64Array => {
      const logits = byWords.map((cosine) => CLIP_SCALE * cosine)
      for (let at = 0; at < nearness.length; at += 1) {
        const [row, example] = [Math.floor(at / n), at % n]
        if (leaveOut && row === example) continue
        const into = row * classes + (truth[example] ?? 0)
        logits[into] = (logits[into] ?? 0) + strength * Math.exp(-sharpness * (1 - (nearness[at] ?? 0)))
      }
      return logits
    }
  }
  const leftOut = logitsOf(examples, true)
  let best = { right: -1, likelihood: -Infinity, strength: 1, sharpness: 5.5 }
  for (const strength of STRENGTHS)
    for (const sharpness of SHARPNESSES) {
      const probabilities = logitsToProbabilities('single', classes, leftOut(strength, sharpness))
      let [right, likelihood] = [0, 0]
      truth.forEach((label, i) => {
        const row = probabilities.subarray(i * classes, (i + 1) * classes)
        right += row.indexOf(Math.max(...row)) === label ? 1 : 0
        likelihood += Math.log(Math.max(1e-9, row[label] ?? 0))
      })
      if (right > best.right || (right === best.right && likelihood > best.likelihood))
        best = { right, likelihood, strength, sharpness }
    }
  return logitsToProbabilities(
    'single',
    classes,
    logitsOf(toDoubles(tests), false)(best.strength, best.sharpness),
  )
}
