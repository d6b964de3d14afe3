import type { Picture } from '../app-state'

const placesByList = new WeakMap<readonly Picture[], ReadonlyMap<string, number>>()

/** Where each picture of a list stands, by its id. A list is gone through once, at the first question. */
const placesOf = (list: readonly Picture[]): ReadonlyMap<string, number> => {
  const known = placesByList.get(list)
  if (known) return known
  const places = new Map(list.map(({ id }, place) => [id, place]))
  placesByList.set(list, places)
  return places
}

/** Those of a list that have these ids, in its order: what a key decides costs what it decides, and not what the list is long. */
export const picturesOf = (list: readonly Picture[], ids: Iterable<string>): readonly Picture[] => {
  const known = placesOf(list)
  const places = [...new Set(ids)].flatMap((id) => known.get(id) ?? [])
  return places.sort((a, b) => a - b).flatMap((place) => list[place] ?? [])
}
