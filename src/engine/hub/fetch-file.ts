import type { Bytes } from '../../core/brands'
import { inMebibytes } from '../../core/model/download/body-limits'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'

/** A file whose headers have come and whose body has not been read yet. */
export interface OpenFile {
  /** Bytes of the body, `null` where the host does not say or sends it compressed. */
  readonly size: number | null
  /**
   * Reads the whole body; `onBytes` is told of every piece. Call once.
   * @returns `MODEL_CORRUPT` where there is more than `most` bytes, of which the rest is not read.
   */
  read(onBytes: (count: number) => void, most: Bytes): Promise<Outcome<Uint8Array<ArrayBuffer>>>
  /** Gives the connection back unread. */
  cancel(): Promise<void>
}

/** Whether `error` is how `fetch` and streams say that their signal was aborted. */
const isAbort = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted || (error instanceof DOMException && error.name === 'AbortError')

/** The body's length as it will be read; a compressed body has another one than the header says. */
const bodySize = (headers: Headers): number | null => {
  const length = Number(headers.get('content-length') ?? NaN)
  return Number.isSafeInteger(length) && length > 0 && !headers.has('content-encoding') ? length : null
}

/** Collects pieces in one buffer, grown only where the host's promise of a size was wrong. */
const createCollector = (expected: number) => {
  let buffer = new Uint8Array(expected)
  let length = 0
  return {
    add: (piece: Uint8Array) => {
      if (length + piece.length > buffer.length) {
        const grown = new Uint8Array(Math.max(length + piece.length, buffer.length * 2))
        grown.set(buffer.subarray(0, length))
        buffer = grown
      }
      buffer.set(piece, length)
      length += piece.length
    },
    bytes: () => (length === buffer.length ? buffer : buffer.slice(0, length)),
  }
}

const INITIAL_BUFFER = 64 * 1024

/** How a file is refused that is larger than such a file can be. */
export const tooLarge = (file: string, most: Bytes) =>
  failed({ code: 'MODEL_CORRUPT', file, detail: `it has more than ${inMebibytes(most)} MB` })

const readBody = async (
  url: string,
  body: ReadableStream<Uint8Array>,
  size: number | null,
  signal: AbortSignal,
  onBytes: (count: number) => void,
  most: Bytes,
): Promise<Outcome<Uint8Array<ArrayBuffer>>> => {
  if ((size ?? 0) > most) {
    await body.cancel()
    return tooLarge(url, most)
  }
  const collector = createCollector(size ?? INITIAL_BUFFER)
  let length = 0
  try {
    for await (const piece of body) {
      length += piece.length
      // Leaving the loop ends the body.
      if (length > most) return tooLarge(url, most)
      collector.add(piece)
      onBytes(piece.length)
    }
  } catch (error) {
    return isAbort(error, signal) ? cancelled : failed({ code: 'NETWORK', url, status: 0 })
  }
  const bytes = collector.bytes()
  if (size !== null && bytes.length !== size)
    return failed({
      code: 'MODEL_CORRUPT',
      file: url,
      detail: `${bytes.length} bytes arrived of ${size}`,
    })
  return done(bytes)
}

/**
 * Asks a host for one model file and stops at its headers. A page of HTML in place of a model, which static
 * hosts and SPA servers answer with status 200, is taken as "no such file".
 */
export const openFile = async (url: string, signal: AbortSignal): Promise<Outcome<OpenFile>> => {
  let response: Response
  try {
    response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' })
  } catch (error) {
    return isAbort(error, signal) ? cancelled : failed({ code: 'NETWORK', url, status: 0 })
  }
  const { body, headers, status } = response
  const isHtml = (headers.get('content-type') ?? '').includes('text/html')
  if (status === 404 || status === 410 || (response.ok && isHtml)) {
    await body?.cancel()
    return failed({ code: 'MODEL_NOT_FOUND', url })
  }
  if (!response.ok || !body) {
    await body?.cancel()
    return failed({ code: 'NETWORK', url, status })
  }
  const size = bodySize(headers)
  return done({
    size,
    read: (onBytes, most) => readBody(url, body, size, signal, onBytes, most),
    cancel: () => body.cancel(),
  })
}
