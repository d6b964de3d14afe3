import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Bytes } from '../../src/core/brands.ts'
import { descriptionsOf, missingModelFile, modelPaths } from '../../src/core/model/files/model-files.ts'
import { graphParts } from '../../src/core/model/files/tower-path.ts'
import { formatModelManifest, MANIFEST_FILE } from '../../src/core/model/files/model-manifest.ts'
import type { ListedFile, StoredFile } from '../../src/core/model/stored/stored-model.ts'
import type { Dtype } from '../../src/core/runtime/runtime.ts'
import type { ModelOrigin } from './model-origin.ts'

/** How a model is laid out. */
export interface FetchOptions {
  /** Folder that the model's folder is made in, e.g. `public/models`. */
  readonly to: string
  readonly id: string
  /** Precisions to take, where the origin has them. */
  readonly dtypes: readonly Dtype[]
  readonly log: (line: string) => void
}

/** Size and hashes of a file on disk. */
const hashFile = async (file: string) => {
  const { size } = await stat(file)
  const sha256 = createHash('sha256')
  const git = createHash('sha1').update(`blob ${size}\0`)
  for await (const piece of createReadStream(file)) {
    // Without an encoding, a read stream gives buffers.
    sha256.update(piece as Buffer)
    git.update(piece as Buffer)
  }
  return { size: size as Bytes, sha256: sha256.digest('hex'), gitSha1: git.digest('hex') }
}

/** What of a file is not as published; `null` where all is. */
const difference = (
  found: Awaited<ReturnType<typeof hashFile>>,
  { size, hash }: ListedFile,
): string | null => {
  if (size !== null && found.size !== size) return `${found.size} bytes of ${size}`
  if (!hash) return null
  return hash.hex === (hash.algorithm === 'sha256' ? found.sha256 : found.gitSha1) ? null : 'another hash'
}

/** Times that a file is fetched that arrives cut or spoiled. */
const TRIES = 3

/** Fetches one file beside its name, and gives it its name when it is what it should be. */
const takeFile = async (
  origin: ModelOrigin,
  file: ListedFile,
  target: string,
  log: FetchOptions['log'],
): Promise<StoredFile> => {
  const part = `${target}.part`
  await mkdir(path.dirname(target), { recursive: true })
  if (file.hash && existsSync(target)) {
    const present = await hashFile(target)
    if (difference(present, file) === null) {
      log(`${file.path}: already there`)
      return { path: file.path, size: present.size, sha256: present.sha256 }
    }
  }
  let problem = ''
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      await pipeline(Readable.from(origin.read(file)), createWriteStream(part))
      const found = await hashFile(part)
      const wrong = difference(found, file)
      if (wrong === null) {
        await rename(part, target)
        log(`${file.path}: ${found.size} bytes, SHA-256 ${found.sha256}`)
        return { path: file.path, size: found.size, sha256: found.sha256 }
      }
      problem = wrong
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error)
    }
  }
  await rm(part, { force: true })
  throw new Error(`${file.path} did not arrive whole: ${problem}`)
}

/**
 * Lays a model out for self-hosting: its files as the hub has them, verified, and a manifest that the app holds
 * them to.
 * @returns the model's folder.
 */
export const fetchModel = async (
  origin: ModelOrigin,
  { to, id, dtypes, log }: FetchOptions,
): Promise<string> => {
  const listed = new Set(origin.files.map((file) => file.path))
  const asked = [...modelPaths(dtypes), ...descriptionsOf(listed)].filter((name) => listed.has(name))
  const wanted = new Set(asked.flatMap((name) => graphParts(name, listed)))
  const missing = missingModelFile(wanted)
  if (missing !== null) throw new Error(`${id} has no ${missing} at the precisions ${dtypes.join(', ')}.`)
  const folder = path.join(to, ...id.split('/'))
  const files: StoredFile[] = []
  for (const file of origin.files.filter(({ path: name }) => wanted.has(name)))
    files.push(await takeFile(origin, file, path.join(folder, file.path), log))
  const { source, revision } = origin
  await writeFile(path.join(folder, MANIFEST_FILE), formatModelManifest({ source, revision, files }))
  return folder
}
