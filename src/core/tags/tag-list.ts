import { parseTags, tagKey } from './parse-tags'
import { visibleText } from './visible-text'

/** A tag with an identity that outlives its text, so that an edit keeps its place, its colour and focus. */
export interface Tag {
  readonly id: string
  readonly text: string
  /** 0, 1, 2, ...: which of the repeating hues the tag has, fixed when it is added. */
  readonly hue: number
  /** Least match, 0 to 1, at which the tag is taken for true; `null` where only the margin of all counts. */
  readonly threshold: number | null
  /** The picture that the tag is, in place of a text; `null` for a tag in words. It is kept with the pictures. */
  readonly picture: Blob | null
}

/** The ordered tags of the page. */
export type TagList = readonly Tag[]

/** The second hosted service's six, in its order: what a first visit starts with. */
export const DEFAULT_TAGS = ['car', 'document', 'motorcycle', 'truck', 'person', 'other'] as const

/** Texts of the tags, in order. */
export const tagTexts = (tags: TagList): string[] => tags.map(({ text }) => text)

/**
 * Gives out the lowest hues that no tag has, so that ten tags have ten hues whatever was removed before. One
 * pass for a whole list: a thousand tags that each looked through the others would hold the page up.
 */
export const freeHues = (tags: readonly Pick<Tag, 'hue'>[]): (() => number) => {
  const used = new Set(tags.map(({ hue }) => hue))
  let hue = -1
  return () => {
    do hue += 1
    while (used.has(hue))
    return hue
  }
}

/** Adds what `text` lists behind the last tag, without duplicates. `newId` gives each an identity. */
export const addTags = (
  tags: TagList,
  text: string,
  newId: () => string,
): { readonly tags: TagList; readonly added: readonly string[]; readonly duplicates: readonly string[] } => {
  const parsed = parseTags(text, tagTexts(tags))
  if (parsed.added.length === 0) return { tags, ...parsed }
  const nextHue = freeHues(tags)
  const added = parsed.added.map((tag): Tag => {
    return { id: newId(), text: tag, hue: nextHue(), threshold: null, picture: null }
  })
  return { tags: [...tags, ...added], ...parsed }
}

/** A list of these texts, each one tag whatever separators it holds. */
export const toTagList = (texts: readonly string[], newId: () => string): TagList =>
  addTags([], texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(','), newId).tags

/** Adds a picture as a tag behind the last one, under the name that it is shown by, made unlike the others. */
export const addPictureTag = (
  tags: TagList,
  fileName: string,
  picture: Blob,
  newId: () => string,
): TagList => {
  const name = visibleText(fileName)
  const taken = new Set(tags.map(({ text }) => tagKey(text)))
  let text = name
  for (let i = 2; taken.has(tagKey(text)); i += 1) text = `${name} ${i}`
  return [...tags, { id: newId(), text, hue: freeHues(tags)(), threshold: null, picture }]
}

/** What an edit in place comes to. */
export type TagEdit =
  | { readonly kind: 'changed'; readonly tags: TagList }
  | { readonly kind: 'unchanged' }
  /** Another tag reads the same already. */
  | { readonly kind: 'duplicate'; readonly text: string }

/** Gives tag `id` a new text. An empty text removes the tag. */
export const editTag = (tags: TagList, id: string, text: string): TagEdit => {
  const trimmed = visibleText(text).replace(/\s+/g, ' ').trim()
  const tag = tags.find((candidate) => candidate.id === id)
  if (tag === undefined || trimmed === tag.text) return { kind: 'unchanged' }
  if (trimmed === '') return { kind: 'changed', tags: removeTag(tags, id) }
  const key = tagKey(trimmed)
  if (tags.some((other) => other.id !== id && tagKey(other.text) === key))
    return { kind: 'duplicate', text: trimmed }
  return {
    kind: 'changed',
    tags: tags.map((other) => (other.id === id ? { ...other, text: trimmed } : other)),
  }
}

/** Without tag `id`. */
export const removeTag = (tags: TagList, id: string): TagList => tags.filter((tag) => tag.id !== id)

/** Moves tag `id` to position `to` (clamped); the others keep their order. */
export const moveTag = (tags: TagList, id: string, to: number): TagList => {
  const tag = tags.find((candidate) => candidate.id === id)
  if (tag === undefined) return tags
  const others = removeTag(tags, id)
  const index = Math.max(0, Math.min(others.length, to))
  return [...others.slice(0, index), tag, ...others.slice(index)]
}

/** Gives tag `id` a threshold of its own, or takes it away with `null`. */
export const setThreshold = (tags: TagList, id: string, threshold: number | null): TagList =>
  tags.map((tag) => (tag.id === id ? { ...tag, threshold } : tag))

/**
 * The tags after a change, without those that would read like another that is there: a new one stays away, an edited
 * one keeps its text. It takes two tabs to come to that.
 */
export const withoutTwins = (before: TagList, after: TagList): TagList => {
  const old = new Map(before.map((tag) => [tag.id, tag]))
  const keysOf = (tags: TagList) => tags.map(({ text }) => tagKey(text))
  if (before === after || new Set(keysOf(after)).size === after.length) return after
  const isAsBefore = (tag: Tag) => old.get(tag.id)?.text === tag.text
  const taken = new Set(keysOf(after.filter(isAsBefore)))
  const take = (text: string): boolean => {
    const isFree = !taken.has(tagKey(text))
    taken.add(tagKey(text))
    return isFree
  }
  return after.flatMap((tag) => {
    if (isAsBefore(tag) || take(tag.text)) return [tag]
    const previous = old.get(tag.id)
    return previous && take(previous.text) ? [{ ...tag, text: previous.text }] : []
  })
}
