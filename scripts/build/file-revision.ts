import { createHash } from 'node:crypto'

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content)

/** What tells one version of a file from the next, for the service worker's list. */
export const fileRevision = (content: string | Uint8Array): string =>
  sha256(content).digest('hex').slice(0, 32)

/** What a file's content has to be, in the words of Subresource Integrity: `sha256-` and the hash in base64. */
export const fileIntegrity = (content: string | Uint8Array): string =>
  `sha256-${sha256(content).digest('base64')}`
