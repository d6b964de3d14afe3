import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Mishap } from '../../../src/testing/store/hub-fault.ts'
import { parseRange } from '../byte-range.ts'
import type { HubAnswer, HubFile, HubRequest } from './hub-handler.ts'
import { fileSize, readFile } from './published-file.ts'

/** What goes over the wire. */
interface Delivery {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number>>
  readonly pieces: AsyncIterable<Uint8Array> | null
  /** What becomes of the connection after the last piece. */
  readonly ending: 'end' | 'cut' | 'hang'
}

/** As the hub has it: any page may read, and may see what ranges and caches need. */
export const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Expose-Headers': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const

async function* firstBytes(pieces: AsyncIterable<Uint8Array>, count: number): AsyncIterable<Uint8Array> {
  let left = count
  for await (const piece of pieces) {
    if (left <= 0) return
    yield piece.subarray(0, left)
    left -= piece.length
  }
}

async function* slowly(
  pieces: AsyncIterable<Uint8Array>,
  bytes: number,
  milliseconds: number,
): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += bytes) {
      yield piece.subarray(at, at + bytes)
      await pause(milliseconds)
    }
  }
}

async function* flipped(pieces: AsyncIterable<Uint8Array>, at: number): AsyncIterable<Uint8Array> {
  let start = 0
  for await (const piece of pieces) {
    const copy = Uint8Array.from(piece)
    const byte = copy[at - start]
    if (byte !== undefined) copy[at - start] = byte ^ 1
    start += piece.length
    yield copy
  }
}

const FILL = new Uint8Array(1024 * 1024).fill(0x20)

async function* withoutEnd(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield* pieces
  for (;;) yield FILL
}

/** Milliseconds between the last byte and the end of a connection that is cut. */
const LINE_DELAY = 100

/** A file with status 200 or, where a part of it is asked for, 206 or 416. */
const deliverFile = async (
  { headers = {} }: HubAnswer,
  file: HubFile,
  asked: string | undefined,
  mishap: Mishap | null,
): Promise<Delivery> => {
  const size = await fileSize(file)
  const range = mishap?.kind === 'no-ranges' ? undefined : parseRange(asked, size)
  if (asked !== undefined && !range && mishap?.kind !== 'no-ranges') {
    return {
      status: 416,
      headers: { 'Content-Range': `bytes */${size}`, 'Content-Length': 0 },
      pieces: null,
      ending: 'end',
    }
  }
  const [first, last] = range ?? [0, size - 1]
  const whole = {
    status: range ? 206 : 200,
    headers: {
      'Content-Length': last - first + 1,
      ...(mishap?.kind === 'no-ranges' ? {} : { 'Accept-Ranges': 'bytes' }),
      ...(range && { 'Content-Range': `bytes ${first}-${last}/${size}` }),
      ...headers,
    },
    pieces: readFile(file, first, last),
    ending: 'end',
  } as const
  const { pieces } = whole
  switch (mishap?.kind) {
    case 'cut':
      return { ...whole, pieces: firstBytes(pieces, mishap.after), ending: 'cut' }
    case 'stall':
      return { ...whole, pieces: firstBytes(pieces, mishap.after), ending: 'hang' }
    case 'drip':
      return { ...whole, pieces: slowly(pieces, mishap.bytes, mishap.pause) }
    case 'flip':
      return { ...whole, pieces: flipped(pieces, mishap.at - first) }
    case 'length':
      return { ...whole, headers: { ...whole.headers, 'Content-Length': mishap.length }, ending: 'cut' }
    case 'endless':
      return { ...whole, headers, pieces: withoutEnd(pieces) }
    case 'next-page':
      return { ...whole, headers: { ...whole.headers, Link: `<${mishap.url}>; rel="next"` } }
    case 'etag':
      return { ...whole, headers: { ...whole.headers, ETag: mishap.etag } }
    case 'html':
    case 'silent':
    case 'status':
    case 'no-ranges':
    case undefined:
      return whole
  }
}

const page = '<!doctype html><title>Welcome</title><p>This host answers every address with its own page.'

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text))
}

/** What a request gets, its mishap included. Only answers with a file suffer mishaps. */
const toDelivery = async (
  answer: HubAnswer,
  { headers }: HubRequest,
  mishap: Mishap | null,
): Promise<Delivery> => {
  const { body, status } = answer
  if (mishap?.kind === 'status') {
    const retry = mishap.retryAfter === undefined ? {} : { 'Retry-After': mishap.retryAfter }
    return {
      status: mishap.status,
      headers: { ...mishap.headers, ...retry, 'Content-Length': 0 },
      pieces: null,
      ending: 'end',
    }
  }
  if (mishap?.kind === 'html') {
    return { status: 200, headers: { 'Content-Type': 'text/html' }, pieces: once(page), ending: 'end' }
  }
  if (body === undefined) return { status, headers: answer.headers ?? {}, pieces: null, ending: 'end' }
  if (typeof body === 'object' && 'pieces' in body)
    return { status, headers: answer.headers ?? {}, pieces: body.pieces, ending: 'end' }
  return status === 200
    ? deliverFile(answer, body, headers.range, mishap)
    : deliverFile(answer, body, undefined, null).then((whole) => ({ ...whole, status }))
}

const writePiece = (response: ServerResponse, piece: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    response.write(piece, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })

/**
 * Sends an answer as the mishap would have it.
 * @param onStatus told the status before the first byte goes out; 0 where none goes.
 */
export const deliver = async (
  answer: HubAnswer,
  request: HubRequest,
  mishap: Mishap | null,
  response: ServerResponse,
  onStatus: (status: number) => void,
): Promise<void> => {
  if (mishap?.kind === 'silent') {
    onStatus(0)
    return
  }
  const { status, headers, pieces, ending } = await toDelivery(answer, request, mishap)
  onStatus(status)
  response.writeHead(status, { ...openToAll, ...headers })
  if (request.method === 'HEAD' || pieces === null) {
    response.end()
    return
  }
  try {
    for await (const piece of pieces) await writePiece(response, piece)
  } catch {
    // The page may go away in the middle, which is no concern of the hub's.
    response.destroy()
    return
  }
  if (ending === 'cut') {
    // A browser drops what it has not read yet when a connection fails. On a real line the end comes later.
    await pause(LINE_DELAY)
    // Ended, not destroyed: what was sent arrives to its last byte.
    response.socket?.end()
  } else if (ending === 'end') response.end()
}
