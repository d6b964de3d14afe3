/** Quantile of the normal distribution that leaves 2.5 % on each side. */
const Z95 = 1.959964

/** One-sided, 1 %: claims are made many times, once a mark. */
const Z99_ONE_SIDED = 2.326348

/** A range, 0 to 1. */
export interface ShareRange {
  readonly low: number
  readonly high: number
}

/** The 95 % range of a share of which `right` of `of` were seen (Wilson 1927): it holds for few and for extremes. */
export const wilsonRange = (right: number, of: number): ShareRange => {
  if (of <= 0) return { low: 0, high: 1 }
  const share = right / of
  const square = Z95 * Z95
  const middle = (share + square / (2 * of)) / (1 + square / of)
  const half = (Z95 / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  // Rounding must not say more than nothing of nothing.
  return {
    low: right === 0 ? 0 : Math.max(0, middle - half),
    high: right === of ? 1 : Math.min(1, middle + half),
  }
}

/**
 * The chance of so uneven a split or a more uneven one, if either side were as likely: the exact two-sided sign test. Over
 * pictures of which one of two answers is right and the other wrong it is the exact test of McNemar, "Note on the sampling
 * error of the difference between correlated proportions or percentages", Psychometrika 12 (1947), 153-157, by the binomial
 * distribution instead of chi-square.
 * @param wins pairs where the one is better; ties are left out.
 */
export const signTest = (wins: number, losses: number): number => {
  const pairs = wins + losses
  const fewer = Math.min(wins, losses)
  // As logarithms: half to the power of 1,100 pairs is 0.
  let term = pairs * Math.log(0.5)
  let sum = 0
  for (let k = 0; k <= fewer; k += 1) {
    sum += Math.exp(term)
    term += Math.log((pairs - k) / (k + 1))
  }
  return Math.min(1, 2 * sum)
}

/**
 * Whether answers agree with the truth more often than the same answers dealt out at random would: by mean and variance
 * of the diagonal of a table with these margins. So neither guessing nor always naming the largest class passes.
 * @param table rows by truth, columns by answer.
 */
export const beatsChance = (table: readonly (readonly number[])[]): boolean => {
  const truths = table.map((row) => row.reduce((sum, value) => sum + value, 0))
  const answers = table.map((_, c) => table.reduce((sum, row) => sum + (row[c] ?? 0), 0))
  const all = truths.reduce((sum, value) => sum + value, 0)
  if (all < 2) return false
  let [right, expected, variance] = [0, 0, 0]
  const at = (list: readonly number[], c: number) => list[c] ?? 0
  for (let c = 0; c < table.length; c += 1) {
    right += table[c]?.[c] ?? 0
    expected += (at(truths, c) * at(answers, c)) / all
    for (let k = 0; k < table.length; k += 1) {
      const both = at(truths, c) * at(answers, c)
      variance +=
        (k === c
          ? both * (all - at(truths, c)) * (all - at(answers, c))
          : both * at(truths, k) * at(answers, k)) /
        (all * all * (all - 1))
    }
  }
  return variance > 0 && (right - expected - 0.5) / Math.sqrt(variance) > Z99_ONE_SIDED
}
