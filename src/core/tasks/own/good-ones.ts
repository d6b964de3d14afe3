import { unlikenessTo, type GoodOnes } from '../../desk/view/unlikeness'

/** More good ones than this are not compared with: each more costs every picture of the list. */
const MOST_GOOD = 300

/** Good ones until it can be said what is usual among them. */
const ENOUGH = 20

/** The share of good ones that are less unlike the others than what is usual. */
const USUAL = 0.95

/** As many as are compared with, evenly from all. */
export const spread = <T>(all: readonly T[], most = MOST_GOOD): readonly T[] =>
  all.length <= most
    ? all
    : Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)] as T)

/**
 * The unlikeness that 19 of 20 good ones stay below, each compared with the others; `null` with fewer than twenty. It says
 * how the good ones differ among themselves, and not what is wrong with one that differs more.
 */
export const usualUnlikeness = (good: GoodOnes): number | null => {
  const { vectors, width } = good
  const unlikeness = unlikenessTo(good)
  const all = Array.from({ length: vectors.length / width }, (_, i) =>
    unlikeness(vectors.subarray(i * width, (i + 1) * width)),
  ).filter((value) => !Number.isNaN(value))
  if (all.length < ENOUGH) return null
  const sorted = all.sort((a, b) => a - b)
  return sorted[Math.ceil(USUAL * sorted.length) - 1] ?? null
}
