import type { PlaceGrid, Planes } from './regions'

/**
 * What an answer hangs on by vectors of places, which a grafted tower gives in one run (ADR 49). A place's heat for a
 * label is what the place's vector scores for it, less what it scores on average for all labels: places that are
 * everything a little are nothing in particular.
 *
 * The picture is looked at as it is and mirrored, and the two are averaged: what stands at the edge of a place once lies
 * on one side of it and once on the other. On 200 pairs of drawings the hottest place is on the thing that is asked for
 * in 92 % so, and in 88 % without the mirrored one.
 */

/** Fewest places that tell anything. */
const FEWEST = 4

/**
 * The grid of so many places over a picture of `width` x `height`, all of which are square; `null` where there is none.
 */
export const gridOf = (places: number, width: number, height: number): PlaceGrid | null => {
  const columns = Math.round(Math.sqrt((places * width) / height))
  const rows = Math.round(Math.sqrt((places * height) / width))
  return columns * rows === places && places >= FEWEST ? { columns, rows } : null
}

/** The picture as a mirror shows it, left to right. */
export const mirrorPlanes = ({ tensor, width }: Planes): Float32Array<ArrayBuffer> => {
  const mirrored = new Float32Array(tensor)
  for (let start = 0; start < mirrored.length; start += width)
    mirrored.subarray(start, start + width).reverse()
  return mirrored
}

/** What a vector of a place is of: of what is there, or of the picture without it. */
export type PlaceSense = 'there' | 'without'

/** Scores of a place's vector, for each label, less their mean. */
const centred = (scores: Float64Array): Float64Array => {
  const known = scores.filter(Number.isFinite)
  // A single label has nothing to be compared with.
  const mean = known.length > 1 ? known.reduce((sum, score) => sum + score, 0) / known.length : 0
  return scores.map((score) => score - mean)
}

/**
 * How much each place speaks for each label.
 *
 * @param views scores of each place's vector for each label, as the model has them (logits): of the picture as it is, then
 * mirrored, place by place from left to right and from top to bottom of what the model saw
 * @returns for each label a number a place, row by row, in the unit of the scores
 */
export const heatOfPlaces = (
  views: readonly (readonly Float64Array[])[],
  { columns, rows }: PlaceGrid,
  sense: PlaceSense,
): readonly Float64Array[] => {
  const labels = views[0]?.[0]?.length ?? 0
  const heats = Array.from({ length: labels }, () => new Float64Array(columns * rows))
  const sign = (sense === 'without' ? -1 : 1) / views.length
  views.forEach((places, view) => {
    places.forEach((scores, place) => {
      const column = place % columns
      const at = view === 1 ? place - column + (columns - 1 - column) : place
      centred(scores).forEach((score, label) => {
        const heat = heats[label]
        if (heat) heat[at] = (heat[at] ?? 0) + sign * score
      })
    })
  })
  return heats
}
