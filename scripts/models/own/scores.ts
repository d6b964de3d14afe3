/** How answers fare. Shares are 0 to 1. */
export interface Scores {
  /** Mean of the classes' shares of right answers: each class counts the same. */
  readonly accuracy: number
  /** Mean of minus the logarithm of the right answer's probability, in nats. */
  readonly loss: number
  /** Mean distance of probability and share of right answers, over ten bins of probability. */
  readonly calibrationError: number
}

const BINS = 10

/** Below it a logarithm would tell more of rounding than of a method. */
const LEAST = 1e-9

/** @param probabilities a row for each picture, a number for each class. */
export const scoresOf = (probabilities: Float64Array, labels: readonly number[], classes: number): Scores => {
  const [right, of] = [new Float64Array(classes), new Float64Array(classes)]
  const bins = Array.from({ length: BINS }, () => ({ sure: 0, right: 0, count: 0 }))
  let loss = 0
  labels.forEach((label, i) => {
    const row = probabilities.subarray(i * classes, (i + 1) * classes)
    const best = Math.max(...row)
    const isRight = row.indexOf(best) === label ? 1 : 0
    right[label] = (right[label] ?? 0) + isRight
    of[label] = (of[label] ?? 0) + 1
    loss -= Math.log(Math.max(LEAST, row[label] ?? 0))
    const bin = bins[Math.min(BINS - 1, Math.floor(best * BINS))]
    if (!bin) return
    bin.sure += best
    bin.right += isRight
    bin.count += 1
  })
  const shares = [...right].flatMap((count, c) => ((of[c] ?? 0) > 0 ? [count / (of[c] ?? 1)] : []))
  return {
    accuracy: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    loss: loss / labels.length,
    calibrationError: bins.reduce((sum, bin) => sum + Math.abs(bin.sure - bin.right), 0) / labels.length,
  }
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
