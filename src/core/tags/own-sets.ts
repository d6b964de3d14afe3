import type { TagSet } from './tag-sets'
import { visibleText } from './visible-text'

/** Why a set was not kept or renamed. */
export type SetRefusal =
  | 'no-name'
  | 'no-tags'
  /** Another set has this name; upper and lower case are the same. */
  | 'taken'
  | 'too-many'

/** The sets after a change, or why there is none. */
export type TagSetChange =
  | { readonly kind: 'changed'; readonly sets: readonly TagSet[] }
  | { readonly kind: 'refused'; readonly reason: SetRefusal }

/** More than a menu can show. */
export const MOST_SETS = 500
/** Of a name, in UTF-16 units. */
const LONGEST_NAME = 100

/** A name as it is kept: what is seen of it, on one line. */
export const toSetName = (text: string): string =>
  visibleText(text).replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trim()

const key = (name: string): string => name.toLocaleLowerCase('en').normalize('NFC')
const refuse = (reason: SetRefusal): TagSetChange => ({ kind: 'refused', reason })

/** By name, as people sort: `Set 2` before `Set 10`. */
const sorted = (sets: readonly TagSet[]): readonly TagSet[] =>
  sets.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))

const without = (sets: readonly TagSet[], name: string) => sets.filter((set) => key(set.name) !== key(name))

/** Keeps a set. @param replaces whether it may take the place of another of its name. */
export const keepSet = (
  sets: readonly TagSet[],
  { name: given, tags }: TagSet,
  replaces: boolean,
): TagSetChange => {
  const name = toSetName(given)
  if (name === '') return refuse('no-name')
  if (tags.length === 0) return refuse('no-tags')
  const others = without(sets, name)
  if (others.length < sets.length && !replaces) return refuse('taken')
  if (others.length >= MOST_SETS) return refuse('too-many')
  return { kind: 'changed', sets: sorted([...others, { name, tags }]) }
}

/** Gives a set another name. The same in other letters is a change too. */
export const renameSet = (sets: readonly TagSet[], name: string, next: string): TagSetChange => {
  const set = sets.find((candidate) => candidate.name === name)
  return set ? keepSet(without(sets, name), { ...set, name: next }, false) : { kind: 'changed', sets }
}

/** Without the set of this name. */
export const removeSet = (sets: readonly TagSet[], name: string): readonly TagSet[] => without(sets, name)
