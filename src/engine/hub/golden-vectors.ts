import * as v from 'valibot'
import type { UnitVector } from '../../core/brands'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import type { Dtype } from '../../core/runtime/runtime'
import { toUnitVector } from '../../core/question/scoring/cosine'
import { PROBE_VERSION } from '../../core/runtime/self-check/probe-input'

/** What a model should make of the canned pictures, by the precision of its vision tower. */
export interface GoldenVectors {
  /** `null` for a precision that the file has nothing of, or for another recipe or canned input than the present. */
  of(dtype: Dtype, recipeKey: string): readonly UnitVector[] | null
}

const Vector = v.array(v.pipe(v.number(), v.finite()))

const Schema = v.object({
  /** `PROBE_VERSION` of the canned pictures. */
  version: v.number(),
  recipe: v.string(),
  pictures: v.record(v.string(), v.array(Vector)),
})

/** Checks a model's file of golden vectors. */
export const parseGoldenVectors = (json: unknown, file: string): Outcome<GoldenVectors> => {
  const parsed = v.safeParse(Schema, json)
  if (!parsed.success) return failed({ code: 'MODEL_CORRUPT', file, detail: v.summarize(parsed.issues) })
  const { version, recipe, pictures } = parsed.output
  const byDtype = new Map<string, readonly UnitVector[]>()
  for (const [dtype, rows] of Object.entries(pictures)) {
    const vectors = rows.map(toUnitVector)
    if (!vectors.every((vector) => vector !== null))
      return failed({ code: 'MODEL_CORRUPT', file, detail: `a vector of ${dtype} is empty` })
    byDtype.set(dtype, vectors)
  }
  return done({
    of: (dtype, recipeKey) =>
      version === PROBE_VERSION && recipe === recipeKey ? (byDtype.get(dtype) ?? null) : null,
  })
}
