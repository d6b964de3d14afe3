import * as v from 'valibot'
import { BY_ARRIVAL, SORT_KEYS } from '../../core/desk/view/view'

/** Longer than any name of a file, an address or a tag. */
const Text = v.pipe(v.string(), v.maxLength(20_000))

/** Which pictures of a list are shown and in which order, as it is kept. What is not usable asks for nothing. */
export const viewEntries = {
  filter: v.fallback(
    v.object({
      answers: v.array(Text),
      ranges: v.array(v.object({ label: Text, least: v.number(), most: v.number() })),
    }),
    { answers: [], ranges: [] },
  ),
  sort: v.fallback(v.object({ by: v.picklist(SORT_KEYS), descending: v.boolean() }), BY_ARRIVAL),
  scoreOf: v.fallback(v.nullable(Text), null),
  decidedOnly: v.fallback(v.optional(v.nullable(v.boolean()), null), null),
}

/** A view of a list, with the picture that the person stood at. */
export const KeptViewSchema = v.object({
  ...viewEntries,
  focusId: v.fallback(v.nullable(Text), null),
  /** Whether the labels that it asks for are tags: one that is gone would hide every picture. */
  ofTags: v.fallback(v.boolean(), false),
})

/** How a list was looked at, for the next visit to go on with. */
export type KeptView = v.InferOutput<typeof KeptViewSchema>
