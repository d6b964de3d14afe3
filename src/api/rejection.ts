import type { Outcome } from '../core/errors/outcome'
import type { TaglensError, TaglensErrorCode } from '../core/errors/taglens-error'
import { describeError } from '../state/messages/describe-error'
import { sentenceOf } from '../state/messages/error-description'
import type { Wording } from '../words/wording'
import type { ApiError } from './api-calls'

/** What the API says that is no error of the engine. */
export const words = {
  originNotAllowed:
    'This site may not use Taglens yet. The person is asked on the page; ask again when they have allowed it.',
  cancelled: 'It was cancelled. Start it again when you like.',
  stillLoading: 'The model is still being loaded. Ask again in a minute.',
  idExpected: 'A request has an id: a text or a number.',
  partNotLoaded: 'A part of the app could not be loaded. Try again.',
} as const

/** What a promise of the page API rejects with: `{message, code}`, and an `Error` for those who print it. */
export class TaglensRejection extends Error implements ApiError {
  readonly code: TaglensErrorCode

  constructor({ message, code }: ApiError) {
    super(message)
    this.name = 'TaglensError'
    this.code = code
  }

  /** The contract's shape, also through `JSON.stringify`. */
  toJSON(): ApiError {
    return { message: this.message, code: this.code }
  }
}

/** How outcomes become what the API promises. */
export interface Rejections {
  /** An error in the contract's shape. */
  toApiError(error: TaglensError): ApiError
  /** The value of an outcome. Where there is none, throws what the API promises to. */
  valueOrThrow<T>(outcome: Outcome<T>): T
}

/** Creates the rejections. @param english what a program reads is English whatever the page speaks. */
export const createRejections = (english: Wording): Rejections => {
  const toApiError: Rejections['toApiError'] = (error) => ({
    message: sentenceOf(describeError(english, error)),
    code: error.code,
  })
  return {
    toApiError,
    valueOrThrow: (outcome) => {
      switch (outcome.kind) {
        case 'done':
          return outcome.value
        case 'cancelled':
          throw new TaglensRejection(toApiError({ code: 'CANCELLED' }))
        case 'failed':
          throw new TaglensRejection(toApiError(outcome.error))
      }
    },
  }
}
