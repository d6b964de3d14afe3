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
