/**
 * Makes a page cross-origin isolated, which `SharedArrayBuffer` and so wasm threads need. Sent by the
 * development, preview and test servers; a host without headers is a case of its own, tested apart.
 */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const
