import type { TaglensErrorCode } from '../core/errors/taglens-error'
import type { Extent } from '../core/pixels/crops/extent'

/** How every refusal looks to a program; what a promise of this API rejects with has these two fields. */
export interface ApiError {
  /** For people: what happened and what to do next. */
  readonly message: string
  /** For programs: one of a fixed list. */
  readonly code: TaglensErrorCode
}

/** A picture by its bytes, or by an `http(s)`, `data` or `blob` address. */
export type ApiPicture = Blob | string

/** A picture that could not be classified. The others in the same call are not affected. */
export interface FailedPicture {
  readonly name: string
  readonly error: ApiError
}

/** What every call may be given. */
export interface ApiCallOptions {
  /** Stops the call; it then rejects with the code `CANCELLED`. */
  readonly signal?: AbortSignal
}

/** What calls that look at pictures may be given. */
export interface LookOptions extends ApiCallOptions {
  /**
   * How much of a picture is looked at whose long side is at least 1.45 times what the model's middle crop sees of it:
   * `middle`, or `whole`, the mean of 2 to 6 crops. As the page is set unless given, which is `middle` unless the person has
   * said otherwise; records say it by `extent` and in the recipe.
   */
  readonly extent?: Extent
}
