import { describe, expect, it } from 'vitest'
import { generatedBytes } from '../../../testing/store/generated-bytes'
import { hashContent, PIECE } from '../content-hash'
import type { DownloadTarget } from './download-target'
import { followTarget } from './followed-target'

const { signal } = new AbortController()
const STEP = 300_000

/** A target in memory that can be read back as a disk can, until it is told to hold its bytes as memory does. */
const setup = (length = 0) => {
  let bytes = generatedBytes(9, length)
  let onDisk = true
  const target: DownloadTarget = {
    length: () => bytes.length,
    etag: () => null,
    begin: () => {
      bytes = new Uint8Array()
      return Promise.resolve()
    },
    append: (more) => {
      const all = new Uint8Array(bytes.length + more.length)
      all.set(bytes)
      all.set(more, bytes.length)
      bytes = all
    },
    content: () => ({ size: bytes.length, read: (from, to) => Promise.resolve(bytes.slice(from, to)) }),
    readBack: (from, to) => (onDisk ? bytes.slice(from, to) : null),
    inMemory: () => null,
    close: () => undefined,
  }
  return {
    target,
    spoil: (at: number) => (bytes[at] = (bytes[at] ?? 0) ^ 1),
    toMemory: () => (onDisk = false),
  }
}

const fill = (target: DownloadTarget, seed: number, length: number) => {
  const bytes = generatedBytes(seed, length)
  for (let at = 0; at < length; at += STEP) target.append(bytes.slice(at, at + STEP))
}

describe.each(['sha256', 'git-sha1'] as const)('a %s of a file that is followed', (algorithm) => {
  const size = 2 * PIECE + 12_345
  const expectSame = async ({ target }: ReturnType<typeof setup>, hash: object) => {
    expect(hash).toEqual(await hashContent(target.content(), algorithm, signal))
  }

  it('is that of the whole, and of what lies there', async () => {
    const made = setup()
    const followed = await followTarget(made.target, algorithm, size)
    fill(followed, 1, size)
    await expectSame(made, await followed.hash(signal))
    // Once more, as after a wrong answer: of what can be read back by then.
    made.spoil(5)
    await expectSame(made, await followed.hash(signal))
  })

  it('takes in what was there before', async () => {
    const made = setup(PIECE + 7)
    const followed = await followTarget(made.target, algorithm, size)
    fill(followed, 2, size - PIECE - 7)
    await expectSame(made, await followed.hash(signal))
  })

  it('forgets what is begun again', async () => {
    const made = setup()
    const followed = await followTarget(made.target, algorithm, size)
    fill(followed, 3, PIECE + 1)
    await followed.begin(null)
    fill(followed, 4, size)
    await expectSame(made, await followed.hash(signal))
  })

  it('is of memory where the disk takes no more, and of another length than was announced', async () => {
    const made = setup()
    const followed = await followTarget(made.target, algorithm, size + 1)
    fill(followed, 5, PIECE + 1)
    made.toMemory()
    fill(followed, 6, size - PIECE - 1)
    await expectSame(made, await followed.hash(signal))
  })
})
