import type { LoadedModel } from '../../model/loaded-model'
import type { RowAnswers } from '../../desk/tasks/zero-shot/answers-of-rows'

/** A tag as it was asked about. */
export interface SheetTag {
  readonly id: string
  readonly text: string
  readonly hue: number
}

/**
 * What one question to one model says of pictures, by their bytes: all that is needed to set it beside other answers,
 * after the model has gone too.
 */
export interface AnswerSheet extends Omit<RowAnswers, 'rows'> {
  readonly id: string
  readonly model: Pick<LoadedModel, 'id' | 'name' | 'key'>
  readonly template: string
  /** Whether scores are probabilities; else they are cosines. */
  readonly calibrated: boolean
  readonly tags: readonly SheetTag[]
  /** In the order of the list, each once. */
  readonly sha256s: readonly string[]
}

/** Puts answers of rows down by the bytes of their pictures; the first of those with the same bytes stands for all. */
export const toSheet = (
  about: Pick<AnswerSheet, 'id' | 'model' | 'template' | 'calibrated' | 'tags'>,
  { rows, best, accepted, scores }: RowAnswers,
  sha256Of: (row: number) => string | null,
): AnswerSheet => {
  const labels = about.tags.length
  const placeOf = new Map<string, number>()
  rows.forEach((row, place) => {
    const sha256 = sha256Of(row)
    if (sha256 !== null && !placeOf.has(sha256)) placeOf.set(sha256, place)
  })
  // Nearly always each picture is there once, and what was told of rows holds as it is.
  if (placeOf.size === rows.length) return { ...about, sha256s: [...placeOf.keys()], best, accepted, scores }
  const places = [...placeOf.values()]
  const sheet = {
    ...about,
    sha256s: [...placeOf.keys()],
    best: Uint32Array.from(places, (place) => best[place] ?? 0),
    accepted: new Uint8Array(places.length * labels),
    scores: new Float32Array(places.length * labels),
  }
  places.forEach((place, at) => {
    sheet.accepted.set(accepted.subarray(place * labels, (place + 1) * labels), at * labels)
    sheet.scores.set(scores.subarray(place * labels, (place + 1) * labels), at * labels)
  })
  return sheet
}

/** Ids of the tags that are the answer to a picture, by its place; none where none of them fits. */
export const answersAt = ({ tags, accepted }: AnswerSheet, place: number): readonly string[] => {
  const ids: string[] = []
  const from = place * tags.length
  // Of ten thousand pictures by a hundred tags a million are looked at.
  for (let tag = 0; tag < tags.length; tag += 1) {
    const id = accepted[from + tag] === 1 ? tags[tag]?.id : undefined
    if (id !== undefined) ids.push(id)
  }
  return ids
}

/** What a tag scores for a picture, by both their places. */
export const scoreAt = ({ tags, scores }: AnswerSheet, place: number, tag: number): number =>
  scores[place * tags.length + tag] ?? 0

/** What the first tag of the ranking scores. */
const bestScoreAt = (sheet: AnswerSheet, place: number): number =>
  sheet.tags.length === 0 ? 0 : scoreAt(sheet, place, sheet.best[place] ?? 0)

/** How sure both of two answers are: what the less sure of them gives its first tag; 0 where they have no common scale. */
export const surenessOfBoth = (a: AnswerSheet, inA: number, b: AnswerSheet, inB: number): number =>
  a.calibrated && b.calibrated ? Math.min(bestScoreAt(a, inA), bestScoreAt(b, inB)) : 0

/** Whether what was carried here from another page, or another version of it, is whole. */
export const isWholeSheet = (sheet: AnswerSheet): boolean => {
  const [pictures, cells] = [sheet.sha256s.length, sheet.sha256s.length * sheet.tags.length]
  return (
    sheet.best instanceof Uint32Array &&
    sheet.accepted instanceof Uint8Array &&
    sheet.scores instanceof Float32Array &&
    sheet.best.length === pictures &&
    sheet.accepted.length === cells &&
    sheet.scores.length === cells
  )
}
