import * as v from 'valibot'
import { LANGUAGES, type Language } from '../core/language'
import type { ModelChoice } from '../core/model/model-choice'
import { HUB_HOST } from '../core/model/model-source'
import { DEFAULT_RULES, type AnswerRules } from '../core/scoring/judge'

/** What outlives the page, besides models. */
export interface Preferences {
  readonly tags: readonly { readonly text: string; readonly hue: number; readonly threshold: number | null }[]
  readonly theme: 'system' | 'light' | 'dark'
  /** `null` follows the browser. */
  readonly language: Language | null
  readonly template: string
  readonly temperature: number
  readonly rules: AnswerRules
  readonly welcomed: boolean
  /** Where models of the hub come from: the hub itself or a mirror. */
  readonly modelHost: string
  /** The model that the person chose last; `null` for the one that ships with the app. */
  readonly chosenModel: ModelChoice | null
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

const Address = v.pipe(v.string(), v.maxLength(MAX_TEXT), v.regex(/^https?:\/\/[^\s/]/))

const ChoiceSchema = v.object({
  source: v.variant('kind', [
    v.object({ kind: v.literal('url'), baseUrl: Address }),
    v.object({ kind: v.literal('hub'), host: Address, id: v.string(), revision: v.string() }),
    v.object({ kind: v.literal('disk'), id: v.string() }),
  ]),
  dtype: v.picklist(['auto', 'fp32', 'fp16', 'q8', 'q4', 'q4f16']),
  device: v.picklist(['auto', 'webgpu', 'wasm']),
})

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
  // Another version may know more languages.
  language: v.optional(v.fallback(v.nullable(v.picklist(LANGUAGES)), null), null),
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
  // A choice that is not usable costs nothing but itself.
  modelHost: v.optional(v.fallback(Address, HUB_HOST), HUB_HOST),
  chosenModel: v.optional(v.fallback(v.nullable(ChoiceSchema), null), null),
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
