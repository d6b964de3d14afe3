import { copyResponse } from 'workbox-core/copyResponse.js'
import { isWholeFile } from './only-whole-files'

/** A file of the build and its place in a cache. */
export interface KeptFile {
  /** Where the host has it. */
  readonly url: string
  /** What the cache has it under. */
  readonly key: string
  /** `sha256-` and the hash of its content in base64. */
  readonly integrity: string
}

const integrityOf = async (response: Response): Promise<string> => {
  const hash = await crypto.subtle.digest('SHA-256', await response.arrayBuffer())
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`
}

/**
 * Compares what is kept with the build's list. A file that differs is dropped before anything else, so that it is
 * not served again whether there is a network or not.
 * @returns the files that are not kept now: dropped, or not there before.
 */
export const dropAltered = async (
  cacheName: string,
  files: readonly KeptFile[],
): Promise<readonly KeptFile[]> => {
  const cache = await caches.open(cacheName)
  const missing: KeptFile[] = []
  // One after the other: the largest has 27 MB, which lie in memory while they are hashed.
  for (const file of files) {
    const kept = await cache.match(file.key)
    if (kept && (await integrityOf(kept)) === file.integrity) continue
    // All of its address: a neighbour may have put several there, told apart by `Vary`.
    if (kept) await cache.delete(file.key, { ignoreVary: true })
    missing.push(file)
  }
  return missing
}

/**
 * Fetches files past the HTTP cache and keeps those that are what the list says. A host that has a newer version has
 * other files: none of those is kept, and each is asked for once.
 */
export const keepAgain = async (cacheName: string, files: readonly KeptFile[]): Promise<void> => {
  const cache = await caches.open(cacheName)
  for (const { url, key, integrity } of files) {
    const request = new Request(url, { cache: 'reload', credentials: 'same-origin', integrity })
    try {
      const response = await fetch(request)
      // A navigation may not be answered with what was redirected.
      if (isWholeFile(request, response))
        await cache.put(key, response.redirected ? await copyResponse(response) : response)
    } catch {
      // No network, no space or another version: the host is asked when the file is used.
    }
  }
}
