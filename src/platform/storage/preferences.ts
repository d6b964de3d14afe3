import * as v from 'valibot'
import { CARD_SIZES } from '../../core/preferences/card-sizes'
import { LANGUAGES, type Language } from '../../core/preferences/language'
import type { ModelChoice } from '../../core/model/model-choice'
import { HUB_HOST } from '../../core/model/model-source'
import { idOfText, type ChangeTimes, type SharedTag } from '../../core/preferences/shared-preferences'
import type { Extent } from '../../core/pixels/crops/extent'
import type { Reading } from '../../core/pixels/reduction'
import { DEFAULT_RULES, type AnswerRules } from '../../core/question/scoring/judge'

/** What outlives the page, besides models. */
export interface Preferences {
  readonly tags: readonly SharedTag[]
  /** When what was changed last; absent where a version before this one has written. */
  readonly times?: ChangeTimes | undefined
  readonly theme: 'system' | 'light' | 'dark'
  /** `null` follows the browser. */
  readonly language: Language | null
  readonly template: string
  readonly temperature: number
  readonly rules: AnswerRules
  readonly welcomed: boolean
  /** Whether the scores behind a ranking are in sight. */
  readonly scoresShown: boolean
  /** Where models of the hub come from: the hub itself or a mirror. */
  readonly modelHost: string
  /** The model that the person chose last; `null` for the one that ships with the app. */
  readonly chosenModel: ModelChoice | null
  /** Whether pictures outlive the visit. */
  readonly keepsPictures: boolean
  /** The least width of a card of the grid, in px. */
  readonly cardSize: number
  /** Whether cards say what their files are called. */
  readonly namesShown: boolean
  /** How the pictures of the list are read; `null`, exactly, until the person has decided. */
  readonly reading: Reading | null
  /** How much of long pictures is looked at. */
  readonly extent: Extent
}

/** Reads and writes {@link Preferences}. */
export interface PreferenceStore {
  /** What was stored, `null` on a first visit or where it is not usable. */
  read(): Preferences | null
  /** Stores everything. Where storage is refused or full, the page goes on without. */
  write(preferences: Preferences): void
  /**
   * Tells what another tab has written, or may have written while this one slept.
   * @returns ends it.
   */
  onChange(listener: (theirs: Preferences) => void): () => void
}

/** Prefixed: every project of one GitHub Pages owner shares one origin. The number is the shape's version. */
const KEY = 'taglens.preferences.1'

/** More than anybody types, less than storage holds. */
const MAX_TAGS = 10_000
const MAX_TEXT = 20_000

const Address = v.pipe(v.string(), v.maxLength(MAX_TEXT), v.regex(/^https?:\/\/[^\s/]/))

/** A model that somebody asked for, as it is stored. */
export const ChoiceSchema: v.GenericSchema<unknown, ModelChoice> = v.object({
  source: v.variant('kind', [
    v.object({ kind: v.literal('url'), baseUrl: Address }),
    v.object({ kind: v.literal('hub'), host: Address, id: v.string(), revision: v.string() }),
    v.object({ kind: v.literal('disk'), id: v.string() }),
  ]),
  dtype: v.picklist(['auto', 'fp32', 'fp16', 'q8', 'q4', 'q4f16']),
  executor: v.optional(v.picklist(['onnx-runtime', 'own', 'own-precise'])),
  device: v.picklist(['auto', 'webgpu', 'wasm']),
})

/** Everything but the tags. */
export const settingsEntries = {
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
  scoresShown: v.optional(v.boolean(), false),
  // A choice that is not usable costs nothing but itself.
  modelHost: v.optional(v.fallback(Address, HUB_HOST), HUB_HOST),
  chosenModel: v.optional(v.fallback(v.nullable(ChoiceSchema), null), null),
  keepsPictures: v.optional(v.boolean(), true),
  // What draws cards holds it to its limits.
  cardSize: v.optional(v.number(), CARD_SIZES.usual),
  namesShown: v.optional(v.boolean(), false),
  reading: v.optional(v.fallback(v.nullable(v.picklist(['exact', 'fast'])), null), null),
  extent: v.optional(v.fallback(v.picklist(['middle', 'whole']), 'middle'), 'middle'),
}

const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const TimesByKey = v.pipe(
  v.array(v.tuple([v.string(), Time])),
  v.transform((entries): ReadonlyMap<string, number> => new Map(entries)),
)

const TimesSchema = v.object({
  latest: Time,
  order: Time,
  tags: TimesByKey,
  removed: TimesByKey,
  settings: TimesByKey,
})

const Schema = v.object({
  tags: v.pipe(
    v.array(
      v.pipe(
        v.object({
          id: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TEXT))),
          text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TEXT)),
          hue: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_TAGS)),
          threshold: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), null),
        }),
        v.transform((tag): SharedTag => ({ ...tag, id: tag.id ?? idOfText(tag.text) })),
      ),
    ),
    v.maxLength(MAX_TAGS),
  ),
  times: v.optional(v.fallback(v.optional(TimesSchema), undefined)),
  ...settingsEntries,
})

const toJson = ({ latest, order, tags, removed, settings }: ChangeTimes) => ({
  latest,
  order,
  tags: [...tags],
  removed: [...removed],
  settings: [...settings],
})

/**
 * Preferences in `localStorage`, checked on the way in: another tab or version may have written them.
 * @param storage asked for at each use, since where cookies are blocked even naming it throws.
 */
export const createPreferenceStore = (storage: () => Storage): PreferenceStore => {
  const parse = (text: string | null): Preferences | null => {
    try {
      const parsed = v.safeParse(Schema, JSON.parse(text ?? 'null'))
      return parsed.success ? parsed.output : null
    } catch {
      return null
    }
  }
  const read = () => {
    try {
      return parse(storage().getItem(KEY))
    } catch {
      return null
    }
  }
  return {
    read,
    write: ({ times, ...preferences }) => {
      try {
        storage().setItem(KEY, JSON.stringify({ ...preferences, ...(times && { times: toJson(times) }) }))
      } catch {
        // Full or forbidden: what is on the page still works, it is only not kept.
      }
    },
    onChange: (listener) => {
      const listening = new AbortController()
      const { signal } = listening
      const tell = (theirs: Preferences | null) => {
        if (theirs) listener(theirs)
      }
      // Not what is stored now: where two tabs write at once, that may be this tab's own again.
      window.addEventListener(
        'storage',
        ({ key, newValue }) => {
          if (key === KEY) tell(parse(newValue))
        },
        { signal },
      )
      // A page that comes back from where it was put aside was told nothing meanwhile.
      window.addEventListener(
        'pageshow',
        ({ persisted }) => {
          if (persisted) tell(read())
        },
        { signal },
      )
      return () => {
        listening.abort()
      }
    },
  }
}
