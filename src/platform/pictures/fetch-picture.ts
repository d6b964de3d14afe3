import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'

/** Larger pictures by address are refused while they stream; a file from disk may be larger. */
const MAX_BYTES = 100 * 1024 * 1024

const SCHEMES = new Set(['http:', 'https:', 'data:', 'blob:'])

/** A picture that came from an address. */
export interface FetchedPicture {
  readonly blob: Blob
  /** The last part of its path. */
  readonly name: string
}

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

const held = (url: string): Outcome<never> => failed({ code: 'NETWORK', url, status: 0, cause: 'airplane' })

/**
 * Reads a picture from an address that somebody typed. Without cookies or referrer, so that the other host
 * learns nothing but the address. A host that does not allow reading is reported as such: the browser does not
 * tell it from an unreachable one.
 */
export const fetchPicture = async (
  address: string,
  signal: AbortSignal,
): Promise<Outcome<FetchedPicture>> => {
  const url = URL.parse(address, location.href)
  if (!url || !SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '')
    return failed({ code: 'VALIDATION_ERROR', problem: { kind: 'no-picture-address', url: address } })
  try {
    const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' })
    // How the guard answers while the airplane switch is on; what a host sends is never such.
    if (response.type === 'error') return held(address)
    if (!response.ok) return failed({ code: 'NETWORK', url: address, status: response.status })
    const blob = await readCapped(address, response)
    return blob.kind === 'done' ? done({ blob: blob.value, name: nameOf(url) }) : blob
  } catch (error) {
    if (signal.aborted) return cancelled
    // Not of our own signal: the airplane switch has cut it.
    if (error instanceof DOMException && error.name === 'AbortError') return held(address)
    return failed(
      navigator.onLine || url.protocol === 'data:'
        ? { code: 'IMAGE_FETCH_BLOCKED', url: address }
        : { code: 'NETWORK', url: address, status: 0 },
    )
  }
}
