import { judgeAnswer, type AnswerVerdict } from '../../../core/model/download/judge-answer'
import type { Milliseconds } from '../../../core/brands'

/** One request for a file, or for the rest of one. */
export interface FileRequest {
  readonly url: string
  readonly from: number
  readonly etag: string | null
  readonly size: number | null
  readonly lenient: boolean
  /** As of `Asked`. */
  readonly pinned: boolean
}

/** What came of a request. */
export interface FileAnswer {
  readonly verdict: AnswerVerdict
  readonly etag: string | null
}

/** Calls a halt when nothing comes for too long. */
const startStallWatch = (limit: Milliseconds, onStall: () => void) => {
  let stalled = false
  const stall = () => {
    stalled = true
    onStall()
  }
  let timer = setTimeout(stall, limit)
  return {
    hasStalled: () => stalled,
    alive: () => {
      clearTimeout(timer)
      timer = setTimeout(stall, limit)
    },
    stop: () => {
      clearTimeout(timer)
    },
  }
}

/** What ended the reading of a body. */
export type BodyEnd = 'whole' | 'dropped' | 'stalled' | 'stopped'

/**
 * Asks for a file and reads it as long as it comes.
 * @param use is given what the answer is good for, and says whether the body is wanted.
 * @param onBytes is given the body, piece by piece; `false` ends the reading.
 */
export const requestFile = async (
  request: FileRequest,
  stall: Milliseconds,
  signal: AbortSignal,
  use: (answer: FileAnswer) => Promise<boolean>,
  onBytes: (bytes: Uint8Array<ArrayBuffer>) => boolean,
): Promise<BodyEnd> => {
  const attempt = new AbortController()
  const watch = startStallWatch(stall, () => {
    attempt.abort()
  })
  const stop = () => {
    attempt.abort()
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    const response = await fetch(request.url, {
      signal: attempt.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // The HTTP cache would keep every model a second time, and answer ranges from what it holds.
      cache: 'no-store',
      // One range from a byte on needs no preflight; If-Range would.
      ...(request.from > 0 && { headers: { Range: `bytes=${request.from}-` } }),
    })
    watch.alive()
    const { headers, status, redirected } = response
    const answer = { status, redirected, header: (name: string) => headers.get(name) }
    const verdict = judgeAnswer(answer, request, Date.now())
    if (!(await use({ verdict, etag: headers.get('etag') })) || !response.body) return 'stopped'
    const reader = response.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return 'whole'
      watch.alive()
      if (!onBytes(value)) return 'stopped'
    }
  } catch (error) {
    // Only what the network does is expected here, and the airplane switch, which cuts with an `AbortError`.
    const isCut = error instanceof DOMException && error.name === 'AbortError'
    if (!attempt.signal.aborted && !isCut && !(error instanceof TypeError)) throw error
    return watch.hasStalled() ? 'stalled' : signal.aborted ? 'stopped' : 'dropped'
  } finally {
    watch.stop()
    signal.removeEventListener('abort', stop)
    // Ends a body that was not wanted to its end; of no effect on one that has ended.
    attempt.abort()
  }
}
