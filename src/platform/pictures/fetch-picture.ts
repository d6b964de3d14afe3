import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import { SNIFFED_BYTES } from '../../core/incoming/entry-kind'
import type { ImageFormat } from '../../core/pixels/header/image-header'
import { sniffFormat } from '../../core/pixels/header/sniff-format'
import { hostAnswers } from './host-answers'

/** Larger pictures by address are refused while they stream; a file from disk may be larger. */
const MAX_BYTES = 100 * 1024 * 1024

const SCHEMES = new Set(['http:', 'https:', 'data:', 'blob:'])

/** A picture that came from an address. */
export interface FetchedPicture {
  readonly blob: Blob
  /** The last part of its path. */
  readonly name: string
}

/** As in the policy's `connect-src`. */
const OWN_MACHINE: readonly string[] = ['localhost', '127.0.0.1']

const nameOf = (url: URL): string => {
  if (!url.protocol.startsWith('http')) return 'picture'
  const last = url.pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last) || url.host
  } catch {
    // A stray percent sign is a name too.
    return last
  }
}

const readCapped = async (url: string, response: Response): Promise<Outcome<Blob>> => {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.length
    if (length > MAX_BYTES)
      return failed({
        code: 'VALIDATION_ERROR',
        problem: { kind: 'picture-too-big', url, megabytes: MAX_BYTES / 1024 / 1024 },
      })
    pieces.push(piece)
  }
  return done(new Blob(pieces, { type: response.headers.get('content-type') ?? '' }))
}

/** A host that says nothing for so long, in milliseconds, does not answer. */
const ANSWER_WITHIN = 30_000

const notAPicture = (url: string): Outcome<never> =>
  failed({ code: 'VALIDATION_ERROR', problem: { kind: 'no-picture-address', url } })

/** Says why a picture could not be read although its address is one. */
const explainFailure = async (address: string, url: URL, signal: AbortSignal): Promise<Outcome<never>> => {
  const blocked = failed({ code: 'IMAGE_FETCH_BLOCKED', url: address })
  const silent = failed({ code: 'NETWORK', url: address, status: 0 })
  // No host is asked: the address itself does not read as what it says.
  if (url.protocol === 'data:') return notAPicture(address)
  if (!url.protocol.startsWith('http')) return blocked
  if (!navigator.onLine) return silent
  const answered = await hostAnswers(url, signal)
  if (signal.aborted) return cancelled
  // Where no one can tell, the likelier: addresses are copied from pages, so their hosts are there.
  return answered === false ? silent : blocked
}

/** What pages of all sorts begin like. Other files get an error of their own, which says what they are. */
const NO_PICTURES: readonly ImageFormat[] = ['HTML', 'XML', 'text', 'empty']

const held = (url: string): Outcome<never> => failed({ code: 'NETWORK', url, status: 0, cause: 'airplane' })

/**
 * Reads a picture from an address that somebody typed, pasted or dragged here. Without cookies or referrer, so that the
 * other host learns nothing but the address. Fails with `IMAGE_FETCH_BLOCKED` where the host does not let other pages
 * read it, with `NETWORK` where it does not answer, and as no address of a picture where something else is there.
 */
export const fetchPicture = async (
  address: string,
  signal: AbortSignal,
): Promise<Outcome<FetchedPicture>> => {
  const url = URL.parse(address, location.href)
  // The policy lets the app ask others by https alone; where a picture has only http, a page on https could not read it.
  if (url?.protocol === 'http:' && url.origin !== location.origin && !OWN_MACHINE.includes(url.hostname))
    url.protocol = 'https:'
  if (!url || !SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '')
    return notAPicture(address)
  const late = new AbortController()
  const timer = setTimeout(() => {
    late.abort()
  }, ANSWER_WITHIN)
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, late.signal]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    clearTimeout(timer)
    // How the guard answers while the airplane switch is on; what a host sends is never such.
    if (response.type === 'error') return held(address)
    if (!response.ok) return failed({ code: 'NETWORK', url: address, status: response.status })
    const blob = await readCapped(address, response)
    if (blob.kind !== 'done') return blob
    if (
      NO_PICTURES.includes(
        sniffFormat(new Uint8Array(await blob.value.slice(0, SNIFFED_BYTES).arrayBuffer())),
      )
    )
      return notAPicture(address)
    return done({ blob: blob.value, name: nameOf(url) })
  } catch (error) {
    if (signal.aborted) return cancelled
    if (late.signal.aborted) return failed({ code: 'NETWORK', url: address, status: 0 })
    // Not of our own signal: the airplane switch has cut it.
    if (error instanceof DOMException && error.name === 'AbortError') return held(address)
    return await explainFailure(address, url, signal)
  } finally {
    clearTimeout(timer)
  }
}
