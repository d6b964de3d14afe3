import { shorten } from '../tags/visible-text'
import type { TaglensError } from './taglens-error'

/**
 * How anything ends that may take a second. Cancelled is not failed: a caller that cancelled knows why and is owed
 * no message. Plain data, so it crosses `postMessage` whole.
 */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: TaglensError }

/** The outcome of work that was stopped on request. One shared value: it carries nothing. */
export const cancelled = { kind: 'cancelled' } as const

/** The outcome of work that succeeded with `value`. */
export const done = <T>(value: T) => ({ kind: 'done', value }) as const

/** Most letters of what is said of a model's files: they come from anyone, and may name each of a million labels. */
const LONGEST_DETAIL = 200

const cutDetail = (error: TaglensError): TaglensError =>
  (error.code === 'MODEL_CORRUPT' || error.code === 'UNSUPPORTED_MODEL') && 'detail' in error
    ? { ...error, detail: shorten(error.detail, LONGEST_DETAIL) }
    : error

/** The outcome of work that failed with a coded `error`. */
export const failed = (error: TaglensError) => ({ kind: 'failed', error: cutDetail(error) }) as const

/** Whether work failed by one of these codes. The list is typed: a code that does not exist does not compile. */
export const failedBy = (outcome: Outcome<unknown>, ...codes: readonly TaglensError['code'][]): boolean =>
  outcome.kind === 'failed' && codes.includes(outcome.error.code)
