import type { UnitVector } from '../../brands'
import type { HeadMode } from './training-set'

/** What the person has said of a picture, by its bytes: an example for a classifier of their own. */
export interface Mark {
  /** SHA-256 of the picture's bytes. */
  readonly id: string
  readonly name: string
  /** Ids of tags that are true of it: one where a picture has one label. */
  readonly yes: readonly string[]
  /** Ids of tags that are not. Of what stands in neither nothing is known. */
  readonly no: readonly string[]
  /** What a model has made of it, so that it is an example when the picture is gone; `null` before it was encoded. */
  readonly encoded: { readonly modelKey: string; readonly embedding: UnitVector } | null
  /** The person says that it is a picture of its own, however much it looks like others. */
  readonly apart?: true
  /**
   * The person says that none of the tags is true of it, of which there may be others by now. A decision as any other;
   * with one label it teaches nothing.
   */
  readonly none?: true
  /** The same for pictures that were taken together, such as in one hold of the camera: they count as one. */
  readonly group?: string
  /** What it looks like, as a small JPEG, where a classifier's file has brought that: the picture itself may not be here. */
  readonly small?: Uint8Array<ArrayBuffer>
}

/** A picture that something is said of. */
export type MarkedPicture = Omit<Mark, 'yes' | 'no' | 'apart' | 'none' | 'group' | 'small'>

const sameIds = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((id) => others.includes(id))

const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((other) => other !== id)

const say = (
  { yes, no }: Pick<Mark, 'yes' | 'no'>,
  tagId: string,
  says: 'yes' | 'no',
  mode: HeadMode,
): Pick<Mark, 'yes' | 'no'> => {
  const [others, rest] = [without(yes, tagId), without(no, tagId)]
  // With one label a no teaches nothing: it takes back a yes, and is not kept.
  if (says === 'no') return { yes: others, no: mode === 'single' ? no : [...rest, tagId] }
  return { yes: mode === 'single' ? [tagId] : [...others, tagId], no: rest }
}

/** Puts marks in place of those of the same pictures, new ones behind. What says nothing any more is gone. */
const replaceMarks = (marks: readonly Mark[], changed: readonly Mark[]): readonly Mark[] => {
  const byId = new Map(changed.map((mark) => [mark.id, mark]))
  const old = new Set(marks.map(({ id }) => id))
  return [
    ...marks.map((mark) => byId.get(mark.id) ?? mark),
    ...[...byId.values()].filter(({ id }) => !old.has(id)),
  ].filter(({ yes, no, none }) => yes.length + no.length > 0 || none)
}

const marksOf = (marks: readonly Mark[], pictures: readonly MarkedPicture[]): readonly Mark[] => {
  const byId = new Map(marks.map((mark) => [mark.id, mark]))
  return pictures.map((picture) => {
    const { encoded = null, ...said } = byId.get(picture.id) ?? { yes: [], no: [] }
    return { ...said, ...picture, encoded: picture.encoded ?? encoded }
  })
}

/**
 * Says of pictures that a tag is true of them, or that it is not. Where that was said of all of them already it is taken
 * back. With one label a picture only what is true teaches, and what is not takes that back.
 */
export const markPictures = (
  marks: readonly Mark[],
  pictures: readonly MarkedPicture[],
  tagId: string,
  says: 'yes' | 'no',
  mode: HeadMode,
): readonly Mark[] => {
  const known = marksOf(marks, pictures)
  const before = mode === 'single' && says === 'no' ? known.filter(({ yes }) => yes.includes(tagId)) : known
  const takesBack = before.every((mark) => mark[says].includes(tagId))
  return replaceMarks(
    marks,
    before.map(({ none, ...mark }) => {
      if (takesBack) return { ...mark, [says]: without(mark[says], tagId) }
      const stays = says === 'no' && none
      return { ...mark, ...(stays && { none }), ...say(mark, tagId, says, mode) }
    }),
  )
}

/** Says of pictures that none of the tags is true of them: of several labels each is one that is not. */
export const markNone = (
  marks: readonly Mark[],
  pictures: readonly MarkedPicture[],
  tagIds: readonly string[],
  mode: HeadMode,
): readonly Mark[] =>
  replaceMarks(
    marks,
    marksOf(marks, pictures)
      .filter(({ none }) => !none)
      .map((mark) => ({ ...mark, yes: [], no: mode === 'single' ? mark.no : tagIds, none: true as const })),
  )

/**
 * Says of each of these pictures which tags are true of it, and that no other is; without any, that none is. What was said
 * so already stays as it is.
 */
export const decidePictures = (
  marks: readonly Mark[],
  decided: readonly { readonly picture: MarkedPicture; readonly yes: readonly string[] }[],
  tagIds: readonly string[],
  mode: HeadMode,
): readonly Mark[] => {
  const yesById = new Map(decided.map(({ picture, yes }) => [picture.id, yes]))
  const said = marksOf(
    marks,
    decided.map(({ picture }) => picture),
  )
  const changed = said.flatMap(({ none = false, ...mark }): Mark[] => {
    const yes = yesById.get(mark.id) ?? []
    const no = mode === 'single' ? mark.no : tagIds.filter((id) => !yes.includes(id))
    const isNone = yes.length === 0
    const isSaid = none === isNone && sameIds(yes, mark.yes) && sameIds(no, mark.no)
    return isSaid ? [] : [{ ...mark, yes, no, ...(isNone && { none: true as const }) }]
  })
  return changed.length === 0 ? marks : replaceMarks(marks, changed)
}

/** Takes back what was said of pictures. */
export const clearMarks = (marks: readonly Mark[], pictures: readonly MarkedPicture[]): readonly Mark[] => {
  const ids = new Set(pictures.map(({ id }) => id))
  return marks.filter(({ id }) => !ids.has(id))
}

/** Says of pictures that look the same that they are pictures of their own: each counts, and is held out by itself. */
export const setApart = (marks: readonly Mark[], ids: ReadonlySet<string>): readonly Mark[] =>
  marks.map((mark) => (ids.has(mark.id) ? { ...mark, apart: true } : mark))

/** Puts marks in place of those of the same pictures, and takes it down that these were taken together. */
export const markTogether = (
  marks: readonly Mark[],
  pictures: readonly MarkedPicture[],
  tagId: string,
  mode: HeadMode,
  group: string,
): readonly Mark[] =>
  replaceMarks(
    marks,
    marksOf(marks, pictures).map(({ id, name, encoded, yes, no }) => ({
      ...{ id, name, encoded },
      ...say({ yes, no }, tagId, 'yes', mode),
      group,
    })),
  )
