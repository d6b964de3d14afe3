/**
 * Parts of the browser that a page cannot count on, whatever their types say: those of secure contexts (https,
 * localhost) are absent on plain http, and where the person refuses storage even naming some of them throws. The page
 * asks for them here and nowhere else.
 */

/** Whether what the page keeps outlives it: models and a copy for offline use, tags and settings. */
export type Keeping =
  | 'kept'
  /** Plain http from another machine: tags and settings are kept, models are not, and nothing runs on threads. */
  | 'insecure'
  /** The person or the browser lets the site store nothing. */
  | 'refused'

/** The small storage of the site. Asked for at each use, since where it is refused even naming it throws. */
export const localStore = (): Storage => localStorage

/** The storage of this tab alone, over its navigations; asked for in the same way. */
export const sessionStore = (): Storage => sessionStorage

/** Looks at what can be kept. */
export const probeKeeping = (): Keeping => {
  try {
    // Refused, it throws or is `null`; what it holds does not matter.
    localStore().getItem('taglens')
  } catch {
    return 'refused'
  }
  return isSecureContext ? 'kept' : 'insecure'
}

/** The service workers of this page; `undefined` on insecure origins, in some private windows, where they are refused. */
export const serviceWorkers = (): ServiceWorkerContainer | undefined => {
  // There to be named in Firefox, which then writes an error into the console at the first question.
  if (probeKeeping() === 'refused') return undefined
  try {
    return (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker
  } catch {
    return undefined
  }
}

/** The browser's promises about storage; `undefined` on insecure origins. */
export const storageManager = (): StorageManager | undefined =>
  (navigator as { storage?: StorageManager }).storage

const ID_BYTES = 16
/** Ids that random bytes are asked for at a time: each question costs more than the id. */
const AT_ONCE = 64

/**
 * Gives ids of 128 random bits in hexadecimal. `crypto.randomUUID` is for secure contexts only; this is for all. Each of ten
 * thousand pictures that come in gets one: this takes a tenth of what it takes to ask for each, and to write each byte.
 */
export const createIds = (): (() => string) => {
  const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
  const bytes = new Uint8Array(ID_BYTES * AT_ONCE)
  let at = bytes.length
  return () => {
    if (at === bytes.length) {
      crypto.getRandomValues(bytes)
      at = 0
    }
    let id = ''
    for (const end = at + ID_BYTES; at < end; at += 1) id += digits[bytes[at] ?? 0] ?? ''
    return id
  }
}

/** Cameras and microphones. Absent on insecure origins, whatever the types say. */
export const mediaDevices = (): MediaDevices | null =>
  (navigator as { mediaDevices?: MediaDevices }).mediaDevices ?? null

/** Whether this browser decodes JPEGs at a fraction of their size. */
export const readsFast = (): boolean => typeof ImageDecoder !== 'undefined'
