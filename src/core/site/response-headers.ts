import { pagePolicy, workerPolicy } from './content-security-policy'

/** Header names with their values. */
export type HeaderMap = Readonly<Record<string, string>>

/**
 * Makes a page cross-origin isolated, which `SharedArrayBuffer` and so wasm threads need. `require-corp`,
 * because Safari does not know `credentialless`; the app reads other hosts by CORS alone, which it allows.
 */
export const isolationHeaders: HeaderMap = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** What a response becomes: decides which policy it gets. */
export type ResponseRole = 'page' | 'worker' | 'other'

/** What every response of the app carries besides: nothing is guessed, no other host learns the address. */
export const hygieneHeaders: HeaderMap = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/** The headers that a response of the app should have had from its host. */
export const responseHeaders = (role: ResponseRole, isolate: boolean): HeaderMap => ({
  ...(isolate ? isolationHeaders : {}),
  ...hygieneHeaders,
  ...(role === 'page' ? { 'Content-Security-Policy': pagePolicy } : {}),
  ...(role === 'worker' ? { 'Content-Security-Policy': workerPolicy } : {}),
})
