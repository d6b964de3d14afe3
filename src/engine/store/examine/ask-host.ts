import type { Milliseconds } from '../../../core/brands'
import { inMebibytes, MOST_LISTING_BYTES } from '../../../core/model/download/body-limits'
import { judgeAnswer } from '../../../core/model/download/judge-answer'
import {
  decideRetry,
  toNetworkError,
  type DownloadFault,
  type DownloadLimits,
} from '../../../core/model/download/retry'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import { wait } from '../wait'

/** What a host has said, read whole. */
export interface HostAnswer {
  readonly headers: Headers
  readonly text: string
}

const unasked = { from: 0, etag: null, size: null, lenient: true, pinned: false } as const

/** Longest wait that a host may ask for before anything has come: a person looks on, and is told to come back instead. */
const LONGEST_WAIT = 10_000 as Milliseconds

/** The body as text; `null` where it is longer than any listing, of which the rest is not read. */
const readCappedText = async ({ body }: Response): Promise<string | null> => {
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  const reader = body?.getReader()
  for (;;) {
    const piece = await reader?.read()
    if (!piece || piece.done) return text + decoder.decode()
    length += piece.value.length
    if (length > MOST_LISTING_BYTES) return null
    text += decoder.decode(piece.value, { stream: true })
  }
}

/** Asks once, with a time limit for the first word and another for all of it. */
const askOnce = async (
  url: string,
  method: 'GET' | 'HEAD',
  silence: number,
  { stall }: DownloadLimits,
  signal: AbortSignal,
): Promise<HostAnswer | 'absent' | 'endless' | DownloadFault> => {
  const attempt = new AbortController()
  const stop = () => {
    attempt.abort()
  }
  let timer = setTimeout(stop, silence)
  signal.addEventListener('abort', stop, { once: true })
  try {
    const response = await fetch(url, {
      method,
      signal: attempt.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    clearTimeout(timer)
    timer = setTimeout(stop, stall)
    const { headers, status, redirected } = response
    const header = (name: string) => headers.get(name)
    const verdict = judgeAnswer({ status, redirected, header }, unasked, Date.now())
    if (verdict.kind === 'begin') {
      const text = await readCappedText(response)
      return text === null ? 'endless' : { headers, text }
    }
    return verdict.kind === 'fault' ? verdict.fault : 'absent'
  } catch {
    return { kind: 'dropped' }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    attempt.abort()
  }
}

/**
 * Asks a host something small, as patiently as a download is where it answers at all. Of silence, or of connections that
 * fail, it bears `limits.silence` in all.
 * @returns `MODEL_NOT_FOUND` where it has no such thing, a page of HTML in its place included; `MODEL_CORRUPT`
 * where its answer is longer than any listing.
 */
export const askHost = async (
  url: string,
  method: 'GET' | 'HEAD',
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Outcome<HostAnswer>> => {
  // Asked through a function, since it changes while this waits.
  const isStopped = () => signal.aborted
  let silentSince = performance.now()
  for (let attempts = 1; !isStopped(); attempts++) {
    const left = limits.silence - (performance.now() - silentSince)
    const answer = await askOnce(url, method, left, limits, signal)
    if (answer === 'absent') return failed({ code: 'MODEL_NOT_FOUND', url })
    if (answer === 'endless') {
      const detail = `more than ${inMebibytes(MOST_LISTING_BYTES)} MB arrived`
      return failed({ code: 'MODEL_CORRUPT', file: url, detail })
    }
    if ('text' in answer) return done(answer)
    if (isStopped()) break
    const longestRequest = Math.min(LONGEST_WAIT, limits.longestRequest) as Milliseconds
    const decision = decideRetry(answer, attempts, { ...limits, longestRequest }, Math.random())
    if (decision.kind === 'give-up') return failed(toNetworkError(url, answer))
    if (answer.kind === 'refused') silentSince = performance.now() + decision.delay
    else if (performance.now() + decision.delay >= silentSince + limits.silence)
      return failed({ code: 'NETWORK', url, status: 0 })
    await wait(decision.delay, signal)
  }
  return cancelled
}

/** Asks for JSON. What is none is as good as not there. */
export const askForJson = async (
  url: string,
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Outcome<{ readonly json: unknown; readonly headers: Headers }>> => {
  const asked = await askHost(url, 'GET', limits, signal)
  if (asked.kind !== 'done') return asked
  try {
    return done({ json: JSON.parse(asked.value.text) as unknown, headers: asked.value.headers })
  } catch {
    return failed({ code: 'MODEL_NOT_FOUND', url })
  }
}
