import * as v from 'valibot'
import { MOST_SETS } from '../../core/tags/own-sets'
import type { TagSet } from '../../core/tags/tag-sets'
import { createKeptJson } from './kept-json'

/** The person's own sets of tags, in `localStorage`. */
export interface TagSetStore {
  read(): readonly TagSet[]
  /** `false` where the browser has no room or forbids it. */
  write(sets: readonly TagSet[]): boolean
}

/** Prefixed: every project of one GitHub Pages owner shares one origin. The number is the shape's version. */
const KEY = 'taglens.tag-sets.1'

/** As much as a file of tags may hold. */
const MOST_TAGS = 10_000
const LONGEST_TEXT = 20_000

const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_TEXT))

const Sets = v.pipe(
  v.array(v.object({ name: Text, tags: v.pipe(v.array(Text), v.minLength(1), v.maxLength(MOST_TAGS)) })),
  v.maxLength(MOST_SETS),
)

/** @param storage asked for at each use, since where cookies are blocked even naming it throws. */
export const createTagSetStore = (storage: () => Storage): TagSetStore => {
  const kept = createKeptJson(storage, KEY, Sets, [])
  return {
    read: kept.read,
    write: (sets) => kept.write([...sets].map(({ name, tags }) => ({ name, tags: [...tags] }))),
  }
}
