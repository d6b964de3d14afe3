/** Puts items in order that come some at a time, with little to do at once: names of a folder take a second by the ten thousand. */
export interface SortedRuns<Item> {
  add(items: readonly Item[]): void
  /** Everything in order; among equals what was added first. */
  all(): readonly Item[]
}

type Compare<Item> = (a: Item, b: Item) => number

const merge = <Item>(
  first: readonly Item[],
  then: readonly Item[],
  compare: Compare<Item>,
): readonly Item[] => {
  const merged: Item[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [a, b] = [first[i], then[j]]
    if (a === undefined) return merged.concat(then.slice(j))
    if (b === undefined) return merged.concat(first.slice(i))
    if (compare(a, b) <= 0) {
      merged.push(a)
      i += 1
    } else {
      merged.push(b)
      j += 1
    }
  }
}

/** Creates it empty. Runs are merged with those that are no longer, so that each item is merged a few times only. */
export const createSortedRuns = <Item extends object>(compare: Compare<Item>): SortedRuns<Item> => {
  const runs: (readonly Item[])[] = []
  return {
    add: (items) => {
      let run: readonly Item[] = [...items].sort(compare)
      for (let last = runs.at(-1); last && last.length <= run.length; last = runs.at(-1)) {
        runs.pop()
        run = merge(last, run, compare)
      }
      runs.push(run)
    },
    all: () => runs.reduceRight<readonly Item[]>((later, run) => merge(run, later, compare), []),
  }
}
