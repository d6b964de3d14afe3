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

/** 128 random bits in hexadecimal. `crypto.randomUUID` is for secure contexts only; this is for all. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

/** Cameras and microphones. Absent on insecure origins, whatever the types say. */
export const mediaDevices = (): MediaDevices | null =>
  (navigator as { mediaDevices?: MediaDevices }).mediaDevices ?? null

/** Whether this browser decodes JPEGs at a fraction of their size. */
export const readsFast = (): boolean => typeof ImageDecoder !== 'undefined'
