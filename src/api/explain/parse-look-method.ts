import * as v from 'valibot'
import type { Outcome } from '../../core/errors/outcome'
import { parseSchema } from '../parse-input'
import type { ExplainMethod } from './explanation'

const LookSchema = v.optional(
  v.picklist(['auto', 'dense', 'regions'], "method is 'auto', 'dense' or 'regions'"),
  'auto',
)

/** Checks how it is to be found what labels hang on. */
export const parseLookMethod = (input: unknown): Outcome<ExplainMethod | 'auto'> =>
  parseSchema(LookSchema, input)
