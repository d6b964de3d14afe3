import { ELSEWHERE_ID, FAILED_ID, type Direction, type View } from '../../../core/desk/view/view'
import { arrangeRows } from '../../../core/desk/view/arrange-rows'
import { likenessTo } from '../../../core/desk/view/likeness'
import { baseName, compareNames } from '../../../core/incoming/entry-paths'
import { encodingValues } from '../../../core/model/picture-encoding'
import type { Picture } from '../../app-state'
import type { GoodExamples } from '../../tasks/own/own-head'
import { isElsewhere } from '../queue/elsewhere'
import type { Answers } from '../../tasks/task'

/** What a short list is arranged by. */
export interface ShortList {
  readonly pictures: readonly Picture[]
  readonly answers: Answers
  /** What pictures are ordered by their unlikeness to. */
  readonly good: GoodExamples | null
  /** The answer that counts: none where it means nothing. */
  answerIds(picture: Picture): readonly string[]
  /** -2 where the model is not made for a picture. */
  sureness(picture: Picture): number
}

/** Arranges a short list on the page, picture by picture; rows are places in the list. */
export const arrangePictures = (view: View, list: ShortList): readonly Picture[] => {
  const { pictures, answers } = list
  const of =
    <T>(read: (picture: Picture) => T, without: T) =>
    (row: number): T => {
      const picture = pictures[row]
      return picture ? read(picture) : without
    }
  const directionOf = (picture: Picture | undefined): Direction | null =>
    picture?.phase.kind === 'ready'
      ? {
          modelKey: picture.phase.encoded.modelKey,
          values: encodingValues(picture.phase.encoded),
          rivals: [],
        }
      : null
  const rows = arrangeRows(view, {
    all: [...pictures.keys()],
    isAnsweredBy: (ids) =>
      of(
        (picture) =>
          list.answerIds(picture).some((id) => ids.includes(id)) ||
          (picture.phase.kind === 'failed' &&
            ids.includes(isElsewhere(picture.phase) ? ELSEWHERE_ID : FAILED_ID)),
        false,
      ),
    scoreOf: (label) => of((picture) => answers.score(picture, label), NaN),
    rankOf: (by) => {
      const nameOf = ({ name }: Picture) => (by === 'name' ? baseName(name) : name)
      const names = pictures.map(nameOf).sort(compareNames)
      return of((picture) => names.findIndex((name) => compareNames(name, nameOf(picture)) === 0), NaN)
    },
    dateOf: of(
      ({ file, absent }) => absent?.modified ?? (file instanceof File ? file.lastModified : NaN),
      NaN,
    ),
    sizeOf: of(({ file, absent }) => absent?.size ?? file.size, NaN),
    unlikenessOf: of((picture) => {
      const direction = directionOf(picture)
      const isOfTheirs = direction?.modelKey === list.good?.ones?.modelKey
      return list.good?.unlikeness(isOfTheirs ? (direction?.values ?? null) : null) ?? NaN
    }, NaN),
    surenessOf: of(list.sureness, -1),
    likenessTo: (to) => {
      const like = typeof to === 'number' ? directionOf(pictures[to]) : to
      const likeness = likenessTo(like?.values ?? null, like?.rivals)
      return of((picture) => {
        const direction = directionOf(picture)
        return likeness(direction?.modelKey === like?.modelKey ? (direction?.values ?? null) : null)
      }, NaN)
    },
  })
  return rows.flatMap((row) => pictures[row] ?? [])
}
