import type { TaglensErrorCode } from '../core/errors/taglens-error'
import type { ApiError } from './taglens-api'

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
