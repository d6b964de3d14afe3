import { done, failed, type Outcome } from '../outcome'
import { toCsv } from '../views/csv'
import type { TagSet } from './tag-sets'
import { splitTags } from './parse-tags'
import { visibleText } from './visible-text'

/** The kinds of file that a list of tags is saved as. */
export type TagFileFormat = 'txt' | 'csv' | 'json'

/** Larger files are refused unread: ten thousand long tags are far smaller. */
const LARGEST = 5_000_000
const MOST_TAGS = 10_000
const LONGEST_TAG = 20_000

const quoted = (tag: string): string => (/[,;\t"]/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)

/** A set as a file: a tag a line, a column with a head, or JSON. */
export const toTagFile = ({ name, tags }: TagSet, format: TagFileFormat): string => {
  switch (format) {
    case 'txt':
      return tags.map((tag) => `${quoted(tag)}\n`).join('')
    case 'csv':
      return toCsv([['tag'], ...tags.map((tag) => [tag])])
    case 'json':
      return `${JSON.stringify({ name, tags }, null, 2)}\n`
  }
}

const refused = (detail: string) => failed({ code: 'VALIDATION_ERROR', detail })

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

/**
 * Reads the tags of a file that somebody made: text, CSV, or JSON (a list, or an object with `tags`). What it
 * holds is text and nothing else; a head `tag` of a column is none, and an apostrophe before a formula goes.
 */
export const readTagFile = (text: string, isJson: boolean): Outcome<readonly string[]> => {
  if (text.length > LARGEST) return refused('The list of tags is larger than 5 MB.')
  const listed = isJson ? tagsOfJson(text) : splitTags(text.replace(/^\ufeff?tag\r?\n/i, ''))
  if (listed === null) return refused('The file is not a list of tags: a JSON list of texts is expected.')
  const tags = listed.flatMap((tag) =>
    typeof tag === 'string' ? [visibleText(tag).replace(/^'(?=[=+\-@])/, '')] : [],
  )
  if (tags.length !== listed.length) return refused('The list of tags holds something that is no text.')
  if (tags.length > MOST_TAGS) return refused(`The list has more than ${MOST_TAGS} tags.`)
  if (tags.some((tag) => tag.length > LONGEST_TAG)) return refused('A tag of the list is too long.')
  return done(tags)
}
