import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { HubFile } from './hub-handler.ts'

/** What the hub publishes of a file. */
export interface PublishedFile {
  readonly size: number
  /** What git calls the content. */
  readonly gitOid: string
  readonly sha256: string
  /** Whether the hub keeps it outside git, on another host. */
  readonly isLarge: boolean
}

/** Length of a file in bytes. */
export const fileSize = async (file: HubFile): Promise<number> =>
  typeof file === 'string' || file instanceof Uint8Array
    ? Buffer.byteLength(file)
    : (await stat(file.onDisk)).size

/** The bytes of a file from `first` to `last`, both included. */
export async function* readFile(file: HubFile, first: number, last: number): AsyncIterable<Uint8Array> {
  if (last < first) return
  if (typeof file === 'string' || file instanceof Uint8Array)
    yield Buffer.from(file).subarray(first, last + 1)
  else yield* createReadStream(file.onDisk, { start: first, end: last })
}

/** Reads a file once and tells what the hub would. */
export const publishFile = async (name: string, file: HubFile): Promise<PublishedFile> => {
  const size = await fileSize(file)
  const git = createHash('sha1').update(`blob ${size}\0`)
  const sha256 = createHash('sha256')
  for await (const piece of readFile(file, 0, size - 1)) {
    git.update(piece)
    sha256.update(piece)
  }
  return { size, gitOid: git.digest('hex'), sha256: sha256.digest('hex'), isLarge: !name.endsWith('.json') }
}
