import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dropAltered, keepAgain, type KeptFile } from './altered-files'

const NAME = 'taglens-test-of-altered-files'

const integrityOf = async (content: BufferSource): Promise<string> => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  return `sha256-${btoa(String.fromCharCode(...hash))}`
}

/** A file that the host has, under a key that tells its version. */
const hostsFile = async (): Promise<KeptFile> => {
  const { href: url } = new URL('/icons/any-192.png', location.href)
  const content = await (await fetch(url)).arrayBuffer()
  return { url, key: `${url}?revision=1`, integrity: await integrityOf(content) }
}

let cache: Cache
beforeEach(async () => {
  cache = await caches.open(NAME)
})
afterEach(() => caches.delete(NAME))

describe('a kept file of the app', () => {
  it('stays where it is what the build says', async () => {
    const file = await hostsFile()
    await cache.put(file.key, await fetch(file.url))
    expect(await dropAltered(NAME, [file])).toEqual([])
    expect(await cache.match(file.key)).toBeDefined()
  })

  it('is dropped where it is not, and told of, as one that is missing is', async () => {
    const file = await hostsFile()
    const missing = { ...file, key: `${file.url}?revision=2` }
    await cache.put(file.key, new Response('altered'))
    expect(await dropAltered(NAME, [file, missing])).toEqual([file, missing])
    expect(await cache.keys()).toEqual([])
  })

  it('comes again from a host that has it, and sound', async () => {
    const file = await hostsFile()
    await keepAgain(NAME, [file])
    expect(await dropAltered(NAME, [file])).toEqual([])
  })

  it('does not come from a host that has another version, or none', async () => {
    const file = await hostsFile()
    const older = { ...file, integrity: await integrityOf(new TextEncoder().encode('older')) }
    await keepAgain(NAME, [older, { ...file, url: 'http://localhost:1/nothing.png' }])
    expect(await cache.keys()).toEqual([])
  })
})
