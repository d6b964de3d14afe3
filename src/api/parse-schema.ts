import * as v from 'valibot'
import { done, failed, type Outcome } from '../core/errors/outcome'

/** Checks what a program gave; the first thing that is wrong becomes the error. */
export const parseSchema = <Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Outcome<v.InferOutput<Schema>> => {
  const parsed = v.safeParse(schema, input)
  return parsed.success
    ? done(parsed.output)
    : failed({ code: 'VALIDATION_ERROR', detail: parsed.issues[0].message })
}
