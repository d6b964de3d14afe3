import type { Milliseconds } from '../../brands'
import type { TaglensError } from '../../errors/taglens-error'

/** How patient a download is. */
export interface DownloadLimits {
  /** Longest wait for a byte before the connection is given up. */
  readonly stall: Milliseconds
  /** Longest wait for any answer of a host that is asked what there is, all tries together. */
  readonly silence: Milliseconds
  /** Tries without a new byte before the download is given up. */
  readonly attempts: number
  /** Wait after the first failed try; each further one waits twice as long. */
  readonly firstDelay: Milliseconds
  /** Longest wait of our own choice. */
  readonly longestDelay: Milliseconds
  /** Longest wait that a host may ask for; more is as good as a refusal. The hub counts its requests over five minutes. */
  readonly longestRequest: Milliseconds
}

/**
 * A host that has said nothing for 20 s says nothing any more; 1, 2, 4, 8 s outlast a change of network. A person who has
 * just asked for a model is told within 5 s that there is no first word; behind them are blocked hosts, which never say
 * one.
 */
export const DOWNLOAD_LIMITS: DownloadLimits = {
  stall: 20_000 as Milliseconds,
  silence: 4500 as Milliseconds,
  attempts: 5,
  firstDelay: 1000 as Milliseconds,
  longestDelay: 30_000 as Milliseconds,
  longestRequest: 300_000 as Milliseconds,
}

/** What kept a request from giving bytes, or giving more of them. */
export type DownloadFault =
  /** No answer, or the connection ended in the middle. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'stalled' }
  /** What is on disk belongs to another version of the file, or the host gives no ranges: begun again. */
  | { readonly kind: 'changed' }
  | {
      readonly kind: 'refused'
      readonly status: number
      /** What the host asks for, `null` where it does not. */
      readonly retryAfter: Milliseconds | null
      /** Whether the refusal came from where the asked address redirects to. */
      readonly redirected: boolean
      /** Whether the host gives the model only to those whom its owner has let in. */
      readonly gated?: boolean
    }

/** What is done about a fault. */
export type RetryDecision =
  { readonly kind: 'wait'; readonly delay: Milliseconds } | { readonly kind: 'give-up' }

/** Refusals that pass. 403 behind a redirect is a signed address that has expired: the next one is fresh. */
const passes = (status: number, redirected: boolean): boolean =>
  [408, 425, 429].includes(status) || status >= 500 || (status === 403 && redirected)

/**
 * Decides whether to ask again, and when.
 * @param attempts tries since the last new byte, this one included.
 * @param random 0 to 1: pages that were refused together must not come back together.
 */
export const decideRetry = (
  fault: DownloadFault,
  attempts: number,
  limits: DownloadLimits,
  random: number,
): RetryDecision => {
  const giveUp = { kind: 'give-up' } as const
  if (attempts >= limits.attempts) return giveUp
  if (fault.kind === 'changed') return { kind: 'wait', delay: 0 as Milliseconds }
  if (fault.kind === 'refused' && (fault.gated || !passes(fault.status, fault.redirected))) return giveUp
  const backOff = Math.min(limits.longestDelay, limits.firstDelay * 2 ** (attempts - 1))
  const own = backOff * (0.5 + random / 2)
  const asked = fault.kind === 'refused' ? (fault.retryAfter ?? 0) : 0
  if (asked > limits.longestRequest) return giveUp
  return { kind: 'wait', delay: Math.max(own, asked) as Milliseconds }
}

/** The error that a fault is where it is not tried again. */
export const toNetworkError = (url: string, fault: DownloadFault): TaglensError => {
  if (fault.kind !== 'refused') return { code: 'NETWORK', url, status: 0 }
  const { status, gated, retryAfter } = fault
  if (gated) return { code: 'NETWORK', url, status, cause: 'gated' }
  return { code: 'NETWORK', url, status, ...(retryAfter !== null && { retryAfter }) }
}

/** When a fault's next try is due, by milliseconds since 1970, where a host has asked for the wait; else `null`. */
export const askedUntil = (fault: DownloadFault, delay: Milliseconds, now: number): number | null =>
  fault.kind === 'refused' && (fault.retryAfter ?? 0) > 0 ? now + delay : null

/**
 * Reads the seconds until a host begins to count requests again, of a `RateLimit` header: `"api";r=0;t=123` as the hub writes it,
 * `limit=100, remaining=0, reset=123` as others do.
 */
export const parseRateLimit = (header: string | null): Milliseconds | null => {
  const seconds = /(?:^|[;,\s])(?:t|reset)\s*=\s*(\d{1,6})(?![\d.])/i.exec(header ?? '')?.[1]
  return seconds === undefined ? null : ((Number(seconds) * 1000) as Milliseconds)
}

/**
 * Reads a `Retry-After` header: seconds, or a date.
 * @param now milliseconds since 1970.
 */
export const parseRetryAfter = (header: string | null, now: number): Milliseconds | null => {
  if (header === null || header.trim() === '') return null
  const seconds = Number(header)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now
  return Number.isNaN(wait) ? null : (Math.max(0, wait) as Milliseconds)
}
