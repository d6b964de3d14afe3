import type { TaglensErrorCode } from '../errors/taglens-error'

/** Codes of the API: the app's own, and those that only a request can have. */
export type HostedErrorCode =
  | TaglensErrorCode
  /** There is no such address under `api/`. */
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  /** Asked from where no one was allowed to ask. */
  | 'ORIGIN_NOT_ALLOWED'
  /** Texts over the limit; of a picture it is `IMAGE_TOO_LARGE`. */
  | 'BODY_TOO_LARGE'

/** How every refusal looks; the order of the fields is the contract's. */
export interface HostedError {
  readonly message: string
  readonly code: HostedErrorCode
}

/** An answer as it goes out. */
export interface HostedAnswer {
  readonly status: number
  /** JSON: text, so that no field changes its place on the way. */
  readonly json: string
}

/** The one table of HTTP statuses. */
export const statusByCode: Readonly<Record<HostedErrorCode, number>> = {
  VALIDATION_ERROR: 400,
  IMAGE_DECODE_FAILED: 400,
  IMAGE_FETCH_BLOCKED: 400,
  ORIGIN_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  // Of the list alone: no request names such a picture.
  IMAGE_ELSEWHERE: 404,
  MODEL_NOT_FOUND: 404,
  UNSUPPORTED_MODEL: 404,
  METHOD_NOT_ALLOWED: 405,
  IMAGE_TOO_LARGE: 413,
  BODY_TOO_LARGE: 413,
  // No one hears it: who asked has gone. Logs of proxies know the number.
  CANCELLED: 499,
  MODEL_CORRUPT: 500,
  ENGINE_CRASHED: 500,
  GPU_LOST: 500,
  WRONG_NUMBERS: 500,
  PART_NOT_LOADED: 500,
  UNEXPECTED: 500,
  // The host of the picture, not ours.
  NETWORK: 502,
  MODEL_NOT_LOADED: 503,
  ENGINE_TIMEOUT: 504,
  OUT_OF_MEMORY: 507,
  STORAGE_FULL: 507,
}

/** The answer that says what is wrong. */
export const refusal = ({ message, code }: HostedError): HostedAnswer => ({
  status: statusByCode[code],
  json: JSON.stringify({ message, code }),
})

/** The answer that holds a result. */
export const success = (body: object): HostedAnswer => ({ status: 200, json: JSON.stringify(body) })
