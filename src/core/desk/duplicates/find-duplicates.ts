import { findAlike } from './alike-pictures'
import { bestBy, compareBest } from './best-first'
import { SAMENESS, type ComparedPicture, type DuplicateGroup, type Sameness } from './duplicates'
import { groupAlike, groupPairs } from './group-pairs'
import type { Pairs, Steps } from './pairs'
import { findSamePictures } from './same-pictures'

/** Pictures of a list by their bytes, and which of them are pairs: what takes the time, and no person decides on. */
export interface FoundPairs {
  /** Those of the same bytes together, the best first; the best of these first. */
  readonly contents: readonly (readonly ComparedPicture[])[]
  /** Of places in `contents`. */
  readonly same: Pairs
  readonly alike: Pairs
}

const groupByBytes = (pictures: readonly ComparedPicture[]): readonly (readonly ComparedPicture[])[] => {
  const bySha = new Map<string, ComparedPicture[]>()
  for (const picture of pictures) {
    const known = bySha.get(picture.sha256)
    if (known) known.push(picture)
    else bySha.set(picture.sha256, [picture])
  }
  const contents = [...bySha.values()]
  for (const copies of contents) copies.sort(compareBest)
  return contents.sort(([a], [b]) => (a && b ? compareBest(a, b) : 0))
}

/** The share of the time that finding what is alike takes, about; the rest is for the same pictures. */
const ALIKE_SHARE = 0.7

/**
 * Finds all pairs.
 * @param pictures in the order of the list, those alone that have been read. Their vectors are not read after the first step.
 */
export function* findPairs(pictures: readonly ComparedPicture[]): Steps<FoundPairs> {
  const contents = groupByBytes(pictures)
  const bests = contents.flatMap(([best]) => (best ? [best] : []))
  const alike = yield* scaled(findAlike(bests.map(({ vector }) => vector)), 0, ALIKE_SHARE)
  const same = yield* scaled(findSamePictures(bests), ALIKE_SHARE, 1)
  return { contents, same, alike }
}

/** Steps of a part of some work, as shares of all of it. */
function* scaled<Result>(steps: Steps<Result>, from: number, to: number): Steps<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + step.value * (to - from)
  }
}

/**
 * Puts pairs into groups. A picture is in one group of what is surely one, and only the best of such a group may be in one
 * of what is alike besides.
 *
 * @param differing SHA-256s of pictures that a person has said differ from each other, a list for each time.
 */
export const groupDuplicates = (
  { contents, same, alike }: FoundPairs,
  differing: readonly (readonly string[])[],
): readonly DuplicateGroup[] => {
  const saidBySha = new Map<string, Set<number>>()
  differing.forEach((sha256s, said) => {
    for (const sha256 of sha256s) saidBySha.set(sha256, (saidBySha.get(sha256) ?? new Set()).add(said))
  })
  const shaOf = (place: number) => contents[place]?.[0]?.sha256 ?? ''
  const isApart = (a: number, b: number): boolean => {
    const [ofA, ofB] = [saidBySha.get(shaOf(a)), saidBySha.get(shaOf(b))]
    return ofA !== undefined && ofB !== undefined && [...ofA].some((said) => ofB.has(said))
  }
  const toGroup = (sameness: Sameness, places: readonly number[]): DuplicateGroup => {
    const pictures = places.flatMap((place) =>
      sameness === 'alike' ? (contents[place]?.[0] ?? []) : (contents[place] ?? []),
    )
    return {
      sameness,
      rows: pictures.map(({ row }) => row),
      bestBy: bestBy(pictures),
      sha256s: places.map(shaOf),
    }
  }
  const order = [...contents.keys()]
  const pictured = groupPairs(order, same, isApart)
  const grouped = new Set(pictured.flat())
  const copies = order.filter((place) => !grouped.has(place) && (contents[place]?.length ?? 0) > 1)
  const lesser = new Set(pictured.flatMap((places) => places.slice(1)))
  const bests = order.filter((place) => !lesser.has(place))
  const groups = [
    ...copies.map((place) => toGroup('bytes', [place])),
    ...pictured.map((places) => toGroup('picture', places)),
    ...groupAlike(bests, alike, isApart).map((places) => toGroup('alike', places)),
  ]
  const rankOf = ({ sameness }: DuplicateGroup) => SAMENESS.indexOf(sameness)
  return groups.sort((a, b) => rankOf(a) - rankOf(b) || b.rows.length - a.rows.length)
}
