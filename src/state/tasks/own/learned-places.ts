import type { OwnHead } from './own-head'

/** Places of the classes that have examples. */
export const learnedPlaces = ({ classIds, learnedIds }: OwnHead): readonly number[] =>
  classIds.flatMap((id, place) => (learnedIds.includes(id) ? [place] : []))
