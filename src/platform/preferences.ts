import * as v from 'valibot'
import { DEFAULT_RULES, type AnswerRules } from '../core/scoring/judge'

/** What outlives the page, besides models. */
export interface Preferences {
  readonly tags: readonly { readonly text: string; readonly hue: number; readonly threshold: number | null }[]
  readonly theme: 'system' | 'light' | 'dark'
  readonly template: string
  readonly temperature: number
  readonly rules: AnswerRules
  readonly welcomed: boolean
}

/** Reads and writes {@link Preferences}. */
export interface PreferenceStore {
  /** What was stored, `null` on a first visit or where it is not usable. */
  read(): Preferences | null
  /** Stores everything. Where storage is refused or full, the page goes on without. */
  write(preferences: Preferences): void
}

/** Prefixed: every project of one GitHub Pages owner shares one origin. The number is the shape's version. */
const KEY = 'taglens.preferences.1'

/** More than anybody types, less than storage holds. */
const MAX_TAGS = 10_000
const MAX_TEXT = 20_000

const Schema = v.object({
  tags: v.pipe(
    v.array(
      v.object({
        text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TEXT)),
        hue: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_TAGS)),
        threshold: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), null),
      }),
    ),
    v.maxLength(MAX_TAGS),
  ),
  theme: v.picklist(['system', 'light', 'dark']),
  template: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
  temperature: v.pipe(v.number(), v.minValue(0.01), v.maxValue(100)),
  rules: v.optional(
    v.object({
      mode: v.picklist(['single', 'multi']),
      noneMargin: v.nullable(v.pipe(v.number(), v.minValue(-100), v.maxValue(100))),
    }),
    DEFAULT_RULES,
  ),
  welcomed: v.optional(v.boolean(), false),
})

/**
 * Preferences in `localStorage`, checked on the way in: another tab or version may have written them.
 * @param storage asked for at each use, since where cookies are blocked even naming it throws.
 */
export const createPreferenceStore = (storage: () => Storage): PreferenceStore => ({
  read: () => {
    try {
      const parsed = v.safeParse(Schema, JSON.parse(storage().getItem(KEY) ?? 'null'))
      return parsed.success ? parsed.output : null
    } catch {
      return null
    }
  },
  write: (preferences) => {
    try {
      storage().setItem(KEY, JSON.stringify(preferences))
    } catch {
      // Full or forbidden: what is on the page still works, it is only not kept.
    }
  },
})
