/**
 * Where the app may connect. Model hosts, mirrors and picture addresses are the person's to choose, so no list
 * of hosts would hold (ADR 15); the airplane switch and the network log are the guard that they see. Plain HTTP
 * only to this machine, for a mirror of one's own. `data:` and `blob:` are pictures given as addresses.
 */
const CONNECT = "'self' https: http://localhost:* http://127.0.0.1:* data: blob:"

/** WebAssembly needs leave of its own; `eval` and inline scripts have none. */
const SCRIPT = "'self' 'wasm-unsafe-eval'"

const toHeader = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trimEnd())
    .join('; ')

/**
 * Policy of the page, as a header and as a `<meta>` for hosts that send none. Everything that is not named is
 * forbidden: frames, plug-ins, forms, other bases; of media all but the person's own videos. Styles come from files; React sets inline ones through
 * the CSSOM, which needs no leave.
 */
export const pagePolicy = toHeader({
  'default-src': "'none'",
  'script-src': SCRIPT,
  'style-src': "'self'",
  'img-src': "'self' blob: data:",
  'media-src': 'blob:',
  'font-src': "'self'",
  'connect-src': CONNECT,
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
})

/** Policy of the workers, which do not inherit the page's; threads are workers of a worker. */
const workerPolicy = toHeader({
  'default-src': "'none'",
  'script-src': SCRIPT,
  'connect-src': CONNECT,
  'worker-src': "'self'",
})

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
