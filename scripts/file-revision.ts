import { createHash } from 'node:crypto'

/** What tells one version of a file from the next, for the service worker's list. */
export const fileRevision = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32)
