import type { Outcome } from '../core/outcome'
import type { TaglensError } from '../core/taglens-error'
import { describeError } from '../state/describe-error'
import type { ApiError } from './taglens-api'
import { TaglensRejection } from './taglens-rejection'

/** An error in the contract's shape. */
export const toApiError = (error: TaglensError): ApiError => {
  const { what, next } = describeError(error)
  return { message: `${what} ${next}`, code: error.code }
}

/** The value of an outcome. Where there is none, throws what the API promises to. */
export const valueOrThrow = <T>(outcome: Outcome<T>): T => {
  switch (outcome.kind) {
    case 'done':
      return outcome.value
    case 'cancelled':
      throw new TaglensRejection(toApiError({ code: 'CANCELLED' }))
    case 'failed':
      throw new TaglensRejection(toApiError(outcome.error))
  }
}
