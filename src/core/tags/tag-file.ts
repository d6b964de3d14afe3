import type { InputProblem } from '../errors/taglens-error'
import { done, failed, type Outcome } from '../errors/outcome'
import { toCsv } from '../views/csv'
import { findAddresses } from '../incoming/find-addresses'
import { splitTags } from './parse-tags'
import { visibleText } from './visible-text'

/** The kinds of file that a list of tags is saved as. */
export type TagFileFormat = 'txt' | 'csv' | 'json'

/** Larger files are refused unread: ten thousand long tags are far smaller. */
const LARGEST = 5_000_000
const MOST_TAGS = 10_000
const LONGEST_TAG = 20_000

const quoted = (tag: string): string => (/[,;\t"]/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)

/** Tags with a name, as they are kept in a file. */
export interface NamedTags {
  readonly name: string
  readonly tags: readonly string[]
}

/** Tags as a file: a tag a line, a column with a head, or JSON. */
export const toTagFile = ({ name, tags }: NamedTags, format: TagFileFormat): string => {
  switch (format) {
    case 'txt':
      return tags.map((tag) => `${quoted(tag)}\n`).join('')
    case 'csv':
      return toCsv([['tag'], ...tags.map((tag) => [tag])])
    case 'json':
      return `${JSON.stringify({ name, tags }, null, 2)}\n`
  }
}

const refused = (problem: InputProblem) => failed({ code: 'VALIDATION_ERROR', problem })

const tagsOfJson = (text: string): readonly unknown[] | null => {
  try {
    const json: unknown = JSON.parse(text)
    if (Array.isArray(json)) return json as readonly unknown[]
    // Own fields only: what a file calls `__proto__` is a field like any other, and nothing is merged.
    const tags: unknown =
      typeof json === 'object' && json !== null && Object.hasOwn(json, 'tags') && 'tags' in json
        ? json.tags
        : null
    return Array.isArray(tags) ? tags : null
  } catch {
    return null
  }
}

/** What a file of tags holds. */
interface ReadTags {
  readonly tags: readonly string[]
  /** How many web addresses there were: none is a tag, and none is asked for because a file names it. */
  readonly addresses: number
}

/**
 * Reads the tags of a file that somebody made: text, CSV, or JSON (a list, or an object with `tags`). What it
 * holds is text and nothing else; a head `tag` of a column is none, and an apostrophe before a formula goes.
 */
export const readTagFile = (text: string, isJson: boolean): Outcome<ReadTags> => {
  if (text.length > LARGEST) return refused({ kind: 'list-too-large' })
  const listed = isJson ? tagsOfJson(text) : splitTags(text.replace(/^\ufeff?tag\r?\n/i, ''))
  if (listed === null) return refused({ kind: 'list-no-json' })
  const tags = listed.flatMap((tag) =>
    typeof tag === 'string' ? [visibleText(tag).replace(/^'(?=[=+\-@])/, '')] : [],
  )
  if (tags.length !== listed.length) return refused({ kind: 'list-no-text' })
  if (tags.length > MOST_TAGS) return refused({ kind: 'list-too-many', most: MOST_TAGS })
  if (tags.some((tag) => tag.length > LONGEST_TAG)) return refused({ kind: 'list-tag-too-long' })
  const found = tags.map(findAddresses)
  return done({
    tags: found.flatMap(({ rest, addresses }) => (rest === '' && addresses.length > 0 ? [] : [rest])),
    addresses: found.reduce((count, { addresses }) => count + addresses.length, 0),
  })
}
