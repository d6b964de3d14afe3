import { parseRateLimit, parseRetryAfter, type DownloadFault } from './retry'

/** What a host has answered, before its body is read. */
export interface Answer {
  readonly status: number
  /** Whether it came from elsewhere than was asked. */
  readonly redirected: boolean
  /** A header's value; `null` where there is none, or where the host lets no other site see it. */
  header(name: string): string | null
}

/** What was asked for, and what is known about the file. */
export interface Asked {
  /** Bytes that are there already, so the first one that is wanted. */
  readonly from: number
  /** What the host called the version that those bytes are of. */
  readonly etag: string | null
  /** Length of the whole file, `null` where no one has said. */
  readonly size: number | null
  /** Whether its content is known by a hash: then what the host calls the version does not matter. */
  readonly pinned: boolean
  /** Whether another length than `size` is accepted: text that a host compresses on the way has two lengths. */
  readonly lenient: boolean
}

/** What an answer is good for. */
export type AnswerVerdict =
  /** The body goes on where the bytes on disk end. */
  | { readonly kind: 'append' }
  /** The body is the file from its beginning. */
  | { readonly kind: 'begin' }
  /** The bytes that are there are all there are. */
  | { readonly kind: 'complete' }
  /** The bytes that are there are of no use: forget them and ask again. */
  | { readonly kind: 'forget' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'wrong-length'; readonly length: number }
  | { readonly kind: 'fault'; readonly fault: DownloadFault }

const forget = { kind: 'forget' } as const

/** Start and whole length in `bytes 100-199/200`; `null` where they are not told, as of a range that is not there. */
const parseContentRange = (header: string | null) => {
  const [, first, total] = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(header ?? '') ?? []
  return {
    first: first === undefined ? null : Number(first),
    total: total === undefined || total === '*' ? null : Number(total),
  }
}

const readLength = (answer: Answer): number | null => {
  const length = Number(answer.header('content-length') ?? NaN)
  return Number.isSafeInteger(length) && answer.header('content-encoding') === null ? length : null
}

/** Whether a length that a host tells rules out that this is the file. */
const isWrong = (length: number | null, { size, lenient }: Asked): length is number =>
  length !== null && size !== null && length !== size && !lenient

const judgePartial = (answer: Answer, asked: Asked): AnswerVerdict => {
  const { first, total } = parseContentRange(answer.header('content-range'))
  const etag = answer.header('etag')
  if (!asked.pinned && asked.etag !== null && etag !== null && etag !== asked.etag) return forget
  if (isWrong(total, asked)) return { kind: 'wrong-length', length: total }
  return first === null || first === asked.from ? { kind: 'append' } : forget
}

const judgeWhole = (answer: Answer, asked: Asked): AnswerVerdict => {
  // A static host that knows no 404 answers with its own page.
  if ((answer.header('content-type') ?? '').includes('text/html')) return { kind: 'absent' }
  const length = readLength(answer)
  return isWrong(length, asked) ? { kind: 'wrong-length', length } : { kind: 'begin' }
}

const judgeUnsatisfiable = (answer: Answer, asked: Asked): AnswerVerdict => {
  const { total } = parseContentRange(answer.header('content-range'))
  if (total !== asked.from) return forget
  return isWrong(total, asked) ? { kind: 'wrong-length', length: total } : { kind: 'complete' }
}

/**
 * Decides what an answer to a request for a file, or for the rest of one, is good for.
 * @param now milliseconds since 1970, for a `Retry-After` that names a date.
 */
export const judgeAnswer = (answer: Answer, asked: Asked, now: number): AnswerVerdict => {
  switch (answer.status) {
    case 200:
      return judgeWhole(answer, asked)
    case 206:
      return judgePartial(answer, asked)
    case 404:
    case 410:
      return { kind: 'absent' }
    case 416:
      return judgeUnsatisfiable(answer, asked)
    default: {
      const { status, redirected } = answer
      // The hub answers 401 for what is not there, so that no one finds out what is private.
      const code = answer.header('x-error-code') ?? ''
      if (/^(Repo|Revision|Entry)NotFound$/.test(code)) return { kind: 'absent' }
      const limit = status === 429 ? parseRateLimit(answer.header('ratelimit')) : null
      const retryAfter = parseRetryAfter(answer.header('retry-after'), now) ?? limit
      const gated = code === 'GatedRepo' && { gated: true }
      return { kind: 'fault', fault: { kind: 'refused', status, retryAfter, redirected, ...gated } }
    }
  }
}
