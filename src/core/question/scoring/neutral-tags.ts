import { tagKey } from '../../tags/parse-tags'

/**
 * Tags that say nothing of what a picture shows. Run through the person's own template, so that what a template
 * adds is on both sides, they tell how near a text comes that fits nothing: what a real tag has to beat.
 *
 * Found on Mini (`docs/mini.md`): words for the rest and words for anything. Names of groups ("animal",
 * "vehicle") were tried beside them and left out, since they fit the very pictures whose kind is among the tags.
 * Their embeddings travel with Mini (`scripts/mini/write-text-vectors.ts`), so a first visit stays without a
 * text tower.
 */
export const NEUTRAL_TAGS = ['other', 'something else', 'thing', 'object', 'scene', 'background'] as const

/** The neutral tags that none of `tags` is: no one beats themselves. A tag for the rest may stand beside them. */
export const neutralTagsBeside = (tags: readonly string[]): readonly string[] => {
  const taken = new Set(tags.map(tagKey))
  return NEUTRAL_TAGS.filter((neutral) => REST.has(neutral) || !taken.has(neutral))
}

const REST = new Set([
  ...['other', 'others', 'the others', 'rest', 'the rest', 'none', 'none of these', 'none of the above'],
  ...['something else', 'anything else', 'everything else'],
])

/** Whether a tag stands for whatever the other tags are not, as the hosted service's `other` does. */
export const isRestTag = (tag: string): boolean => REST.has(tagKey(tag))
