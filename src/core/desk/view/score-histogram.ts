/** Bars of a histogram. */
export const BARS = 64

/** How the scores of one label are spread over a list. */
export interface ScoreHistogram {
  /** How many scores are in each of {@link BARS} equal parts from 0 to 1; 1 is in the last. */
  readonly bars: Uint32Array
  /** How many are at least so many hundredths, from 0 to 100: what a threshold there keeps. */
  readonly atLeast: Uint32Array
  readonly count: number
}

/** @param scores 0 to 1; `NaN` where there is none. */
export const toScoreHistogram = (scores: Iterable<number>): ScoreHistogram => {
  const bars = new Uint32Array(BARS)
  const atLeast = new Uint32Array(101)
  let count = 0
  for (const score of scores) {
    if (Number.isNaN(score)) continue
    count += 1
    const bar = Math.max(0, Math.min(BARS - 1, Math.floor(score * BARS)))
    bars[bar] = (bars[bar] ?? 0) + 1
    // As a threshold is compared: a hundredth as a number is not quite what the product with 100 says.
    let percent = Math.max(0, Math.min(100, Math.floor(score * 100)))
    if (percent < 100 && score >= (percent + 1) / 100) percent += 1
    else if (percent > 0 && score < percent / 100) percent -= 1
    atLeast[percent] = (atLeast[percent] ?? 0) + 1
  }
  for (let percent = 99; percent >= 0; percent -= 1)
    atLeast[percent] = (atLeast[percent] ?? 0) + (atLeast[percent + 1] ?? 0)
  return { bars, atLeast, count }
}
