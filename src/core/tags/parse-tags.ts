import { visibleText } from './visible-text'

/** What became of a pasted or typed list. */
export interface ParsedTags {
  /** Tags that are new, in order, trimmed. */
  readonly added: readonly string[]
  /** Tags that were there already or twice in the list, compared without regard to case. */
  readonly duplicates: readonly string[]
}

const QUOTED = /"((?:[^"]|"")*)"/y
const BARE = /[^,;\t\r\n]*/y
const SEPARATOR = /[,;\t\r\n]/y

/**
 * Splits what a person pastes: commas, semicolons, tabs or new lines between tags, with CSV quotes around a
 * tag that holds one of them (`"red, green"`). Reading is one pass without backtracking, so that a hostile
 * list of any length takes time in proportion to its length.
 */
export const splitTags = (list: string): string[] => {
  const text = visibleText(list)
  const tags: string[] = []
  let position = 0
  while (position <= text.length) {
    while (text[position] === ' ') position += 1
    QUOTED.lastIndex = position
    const quoted = text[position] === '"' ? QUOTED.exec(text) : null
    BARE.lastIndex = quoted ? QUOTED.lastIndex : position
    const bare = BARE.exec(text)?.[0] ?? ''
    position = BARE.lastIndex
    const tag = ((quoted?.[1]?.replaceAll('""', '"') ?? '') + bare).replace(/\s+/g, ' ').trim()
    if (tag !== '') tags.push(tag)
    SEPARATOR.lastIndex = position
    if (!SEPARATOR.test(text)) break
    position += 1
  }
  return tags
}

/** What makes two tags the same tag: case and surrounding space do not. */
export const tagKey = (tag: string): string => tag.trim().toLowerCase().normalize('NFC')

/** Splits `text` into tags and sets aside those that `existing` or the list itself has already. */
export const parseTags = (text: string, existing: readonly string[]): ParsedTags => {
  const seen = new Set(existing.map(tagKey))
  const added: string[] = []
  const duplicates: string[] = []
  for (const tag of splitTags(text)) {
    const key = tagKey(tag)
    if (seen.has(key)) duplicates.push(tag)
    else added.push(tag)
    seen.add(key)
  }
  return { added, duplicates }
}
