import { MODEL_TASKS } from '../../core/tasks/model-task'
import * as v from 'valibot'
import type { Milliseconds, UnitVector } from '../../core/brands'
import type { ClassLogits } from '../../core/tasks/fixed-labels/class-logits'
import type { AnswerSheet } from '../../core/tasks/comparison/answer-sheet'
import type { CarriedScreen } from '../../core/site/carried-screen'
import { viewEntries } from '../storage/kept-view'
import { ChoiceSchema, settingsEntries } from '../storage/preferences'

/** Longer than any name of a file, an address or a tag. */
const Text = v.pipe(v.string(), v.maxLength(20_000))
const Size = v.pipe(v.number(), v.integer(), v.minValue(1))
const Share = v.pipe(v.number(), v.minValue(-1), v.maxValue(2))

const Screen: v.GenericSchema<unknown, CarriedScreen> = v.object({
  large: v.boolean(),
  phoneShows: v.picklist(['picture', 'grid']),
  frameShown: v.boolean(),
  modelView: v.boolean(),
  dialog: v.nullable(Text),
  choosingTask: v.nullable(v.picklist(MODEL_TASKS)),
  tagDraft: Text,
})

/** The numbers of an encoding; the brand is given again to what carried it when it left. */
const numbers = v.instance(Float32Array)
const Encoding = v.variant('kind', [
  v.object({
    kind: v.literal('embedding'),
    embedding: v.pipe(
      numbers,
      v.transform((values) => values as UnitVector),
    ),
  }),
  v.object({
    kind: v.literal('classes'),
    logits: v.pipe(
      numbers,
      v.transform((values) => values as ClassLogits),
    ),
  }),
])

const Time = v.pipe(
  v.number(),
  v.transform((time) => time as Milliseconds),
)

const Frame = v.object({ left: Share, top: Share, width: Share, height: Share })

const Tags = v.array(
  v.object({
    id: Text,
    text: Text,
    hue: v.pipe(v.number(), v.integer(), v.minValue(0)),
    threshold: v.nullable(v.number()),
    picture: v.nullable(v.instance(Blob)),
  }),
)

/** The person's own, where a link's stands in its place: without it the link's would be taken for theirs. */
const LinkVisit = v.object({
  ownTags: v.nullable(Tags),
  ownScoring: v.object({
    template: v.exactOptional(settingsEntries.template),
    temperature: v.exactOptional(settingsEntries.temperature),
    rules: v.exactOptional(settingsEntries.rules),
  }),
})

/**
 * A page on its way to the next one of its tab, as it was written: by this version, or by the one before an update.
 * What only spares work or clicks is left out where it is not usable; tags and pictures never are.
 */
export const CarriedPageSchema = v.object({
  tags: Tags,
  linkVisit: v.optional(v.nullable(LinkVisit), null),
  settings: v.fallback(v.nullable(v.object(settingsEntries)), null),
  pictures: v.array(
    v.object({
      id: Text,
      name: Text,
      file: v.instance(Blob),
      isSample: v.boolean(),
      /** Where its file is on another machine. */
      absent: v.exactOptional(v.object({ size: v.number(), modified: v.nullable(v.number()) })),
      /** Taken out of the queue by the person. */
      stopped: v.boolean(),
      /** What decoding has shown; `null` before that. */
      facts: v.fallback(
        v.nullable(
          v.object({
            sha256: Text,
            width: Size,
            height: Size,
            isShowable: v.boolean(),
            photographic: v.boolean(),
            thumbnail: v.instance(Blob),
            mosaic: v.exactOptional(
              v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
            ),
          }),
        ),
        null,
      ),
      /** What the model of this key has made of it; `null` where the next page encodes it again. */
      encoded: v.fallback(
        v.nullable(
          v.object({
            modelKey: Text,
            frame: Frame,
            reducedBy: v.optional(v.picklist([1, 2, 4, 8]), 1),
            time: Time,
            encoding: Encoding,
          }),
        ),
        null,
      ),
    }),
  ),
  selection: v.object({ focusId: v.nullable(Text), anchorId: v.nullable(Text), ids: v.array(Text) }),
  ...viewEntries,
  screen: v.fallback(v.nullable(Screen), null),
  /** The model that was being loaded: the person has agreed to it. */
  load: v.fallback(v.nullable(ChoiceSchema), null),
  /** The model that was to answer, or answered, until that one is there. */
  loadBeside: v.fallback(v.optional(v.nullable(ChoiceSchema), null), null),
  /** Looked at closely by the part that compares answers, once they are wanted. */
  heldAnswers: v.fallback(v.optional(v.array(v.custom<AnswerSheet>((sheet) => sheet !== null)), []), []),
})

/** What a page takes along over a navigation to itself. */
export type CarriedPage = v.InferOutput<typeof CarriedPageSchema>
