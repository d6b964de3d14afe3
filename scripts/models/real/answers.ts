import * as v from 'valibot'

const Row = v.array(v.pipe(v.number(), v.finite()))

/** What a model makes of our prompts and pictures, wherever it ran. Lists are in the order of {@link Questions}. */
export const Answers = v.object({
  /** Token ids of each prompt, padded or not. */
  tokens: v.array(Row),
  /** Embedding of each prompt, of any length. */
  prompts: v.array(Row),
  /** Embedding of each picture, of any length. */
  pictures: v.array(Row),
  /** Of each picture the probability of each prompt; `null` where the model's scale is not known. */
  probabilities: v.nullable(v.array(Row)),
})

/** See {@link Answers}. */
export type Answers = v.InferOutput<typeof Answers>

/** What every model is asked. */
export interface Questions {
  readonly prompts: readonly string[]
  /** PNG files by name. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** Everyday words, a sentence, case, spaces, other scripts, an emoji, and more than any model reads. */
export const PROMPTS: readonly string[] = [
  'a red car',
  'a photo of a motorcycle',
  'a document',
  'Two  Dogs, and a CAT!',
  'ein grünes Fahrrad',
  'سيارة حمراء',
  '一只猫',
  '🚗 on the road',
  'a very long text '.repeat(40).trim(),
]
