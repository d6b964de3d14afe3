import * as v from 'valibot'
import type { UnitVector } from '../../../core/brands'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import { toUnitVector } from '../../../core/question/scoring/cosine'

/** Embeddings of prompts that a model brings with it, so that they need no text tower. */
export type TextVectors = ReadonlyMap<string, UnitVector>

const Schema = v.object({ vectors: v.record(v.string(), v.array(v.pipe(v.number(), v.finite()))) })

/** Checks a model's file of text vectors. */
export const parseTextVectors = (json: unknown, file: string): Outcome<TextVectors> => {
  const parsed = v.safeParse(Schema, json)
  if (!parsed.success) return failed({ code: 'MODEL_CORRUPT', file, detail: v.summarize(parsed.issues) })
  const vectors = new Map<string, UnitVector>()
  for (const [prompt, values] of Object.entries(parsed.output.vectors)) {
    const vector = toUnitVector(values)
    if (!vector) return failed({ code: 'MODEL_CORRUPT', file, detail: `the vector of ${prompt} is empty` })
    vectors.set(prompt, vector)
  }
  return done(vectors)
}
