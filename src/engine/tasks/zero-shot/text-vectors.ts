import * as v from 'valibot'
import { wrongShape } from '../../hub/wrong-shape'
import type { UnitVector } from '../../../core/brands'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import { toUnitVector } from '../../../core/question/scoring/cosine'

/** Embeddings of prompts that a model brings with it, so that they need no text tower. */
export type TextVectors = ReadonlyMap<string, UnitVector>

const Schema = v.object({ vectors: v.record(v.string(), v.array(v.pipe(v.number(), v.finite()))) })

/** Checks a model's file of text vectors. */
export const parseTextVectors = (json: unknown, file: string): Outcome<TextVectors> => {
  const parsed = v.safeParse(Schema, json)
  if (!parsed.success) return wrongShape(file, parsed.issues)
  const vectors = new Map<string, UnitVector>()
  for (const [prompt, values] of Object.entries(parsed.output.vectors)) {
    const vector = toUnitVector(values)
    if (!vector) return failed({ code: 'MODEL_CORRUPT', file, detail: `the vector of ${prompt} is empty` })
    vectors.set(prompt, vector)
  }
  return done(vectors)
}

/** How vectors are written in a file of {@link FetchedVectors}: their bytes one after another, in Base64. */
export const VECTOR_ENCODING = 'float32le-base64'

/** The file that `models:fetch` writes beside a text tower: what that tower made of common prompts. */
export interface FetchedVectors {
  readonly taglens: 1
  /** Of the model, as its manifest has it. */
  readonly revision: string
  readonly encoding: typeof VECTOR_ENCODING
  readonly dimension: number
  readonly prompts: readonly string[]
  /** `prompts.length` times `dimension` numbers, each vector of length 1. */
  readonly vectors: string
}

/** More than any model has, and more than are worth a download before the first answer. */
const MOST_DIMENSIONS = 8192
const MOST_PROMPTS = 20_000

/** How far from 1 a length may be; float32 leaves less than a hundredth of it. */
const LENGTH_TOLERANCE = 1e-3

const FetchedSchema = v.object({
  taglens: v.literal(1),
  revision: v.string(),
  encoding: v.literal(VECTOR_ENCODING),
  dimension: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_DIMENSIONS)),
  prompts: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MOST_PROMPTS)),
  vectors: v.pipe(v.string(), v.base64()),
})

const toNumbers = (base64: string): Float32Array | null => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return bytes.length % 4 === 0 ? new Float32Array(bytes.buffer) : null
}

/**
 * Checks a file that `models:fetch` has written, as anything that a host sends.
 * @param revision of the model that the vectors must be of.
 */
export const parseFetchedVectors = (json: unknown, file: string, revision: string): Outcome<TextVectors> => {
  const corrupt = (detail: string) => failed({ code: 'MODEL_CORRUPT', file, detail })
  const parsed = v.safeParse(FetchedSchema, json)
  if (!parsed.success) return wrongShape(file, parsed.issues)
  const { dimension, prompts, ...rest } = parsed.output
  if (rest.revision !== revision)
    return corrupt(`it is of revision ${rest.revision}, the model of ${revision}`)
  const numbers = toNumbers(rest.vectors)
  if (numbers?.length !== dimension * prompts.length)
    return corrupt(`it has not ${prompts.length} vectors of ${dimension} numbers`)
  const vectors = new Map<string, UnitVector>()
  for (const [i, prompt] of prompts.entries()) {
    const values = numbers.subarray(i * dimension, (i + 1) * dimension)
    const vector = toUnitVector(values)
    if (!vector || Math.abs(Math.hypot(...values) - 1) > LENGTH_TOLERANCE)
      return corrupt(`the vector of ${prompt} has not length 1`)
    vectors.set(prompt, vector)
  }
  return vectors.size === prompts.length ? done(vectors) : corrupt('it has a prompt twice')
}
