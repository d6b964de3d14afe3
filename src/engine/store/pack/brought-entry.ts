import { MOST_TEXT_BYTES } from '../../../core/model/download/body-limits'
import { obtainPart } from '../../../core/async/late'
import type { InputProblem } from '../../../core/errors/taglens-error'
import { type ModelManifest, parseModelManifest } from '../../../core/model/files/model-manifest'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import type { BroughtFile } from '../../../protocol/store-api'
import { forEachPiece, readableBlob } from '../content-hash'
import { zipFormat } from './pack-files'

/** One file of what somebody brought, read when it is wanted. */
export interface BroughtEntry {
  readonly path: string
  /** Bytes that it has, or says that it will have. */
  readonly size: number
  /** The file itself, where it is one; `null` for a part of a pack. */
  readonly blob: Blob | null
  /** Reads it from beginning to end. Rejects where it cannot be read. */
  read(signal: AbortSignal, use: (piece: Uint8Array<ArrayBuffer>) => void): Promise<void>
}

/** More files than a model's folder has, hidden ones of git included. */
const MOST_ENTRIES = 10_000

/** A pack holds weights, which do not shrink; text shrinks to a fifth. What grows by more is a trap. */
const MOST_GROWTH = 10

/** Growth is no matter below: a pack of nothing but text, or of a tiny model. */
const SMALL_SIZE = 16 * 1024 * 1024

const refuse = (problem: InputProblem) => failed({ code: 'VALIDATION_ERROR', problem })

/**
 * What is the same for names that cannot be told apart by eye, or that lie in one another's place on disks that know
 * no case: a pack with two of them would be another model to another tool.
 */
const lookOf = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()

const readPack = async (
  { path, blob }: BroughtFile,
  signal: AbortSignal,
): Promise<Outcome<readonly BroughtEntry[]>> => {
  const loaded = await obtainPart(zipFormat)
  if (loaded.kind !== 'done') return loaded
  const { BlobReader, ERR_UNSAFE_FILENAME, ZipReader } = loaded.value
  const reader = new ZipReader(new BlobReader(blob), { useWebWorkers: false })
  const entries: BroughtEntry[] = []
  const names = new Set<string>()
  let size = 0
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (signal.aborted) return cancelled
      if (entry.directory) continue
      if (entry.encrypted) return refuse({ kind: 'pack-encrypted', path })
      if (entries.length === MOST_ENTRIES) return refuse({ kind: 'pack-too-full', path })
      const name = lookOf(entry.filename)
      if (names.has(name)) return refuse({ kind: 'pack-twice', path: entry.filename })
      names.add(name)
      if (entry.uncompressedSize > Math.max(SMALL_SIZE, entry.compressedSize * MOST_GROWTH))
        return refuse({ kind: 'pack-grows', path: entry.filename })
      size += entry.uncompressedSize
      if (size > Math.max(SMALL_SIZE, blob.size * MOST_GROWTH)) return refuse({ kind: 'pack-grows', path })
      entries.push({
        path: entry.filename,
        size: entry.uncompressedSize,
        blob: null,
        read: async (readSignal, use) => {
          const write = (piece: Uint8Array<ArrayBuffer>) => {
            use(piece)
          }
          await entry.getData(new WritableStream({ write }), {
            useWebWorkers: false,
            signal: readSignal,
            checkSignature: true,
            checkOverlappingEntry: true,
          })
        },
      })
    }
  } catch (error) {
    if (error instanceof Error && error.message === ERR_UNSAFE_FILENAME)
      return refuse({ kind: 'pack-hostile', path })
    return failed({ code: 'MODEL_CORRUPT', file: path, detail: 'it is no ZIP file, or not a whole one' })
  }
  return done(entries)
}

/** A ZIP begins so, whatever it is called. */
const isPack = async ({ blob }: BroughtFile): Promise<boolean> => {
  const [a, b, c, d] = new Uint8Array(await blob.slice(0, 4).arrayBuffer())
  return a === 0x50 && b === 0x4b && c === 3 && d === 4
}

/** Lists what is in a folder, or in the one pack that was brought. */
export const listEntries = async (
  files: readonly BroughtFile[],
  signal: AbortSignal,
): Promise<Outcome<readonly BroughtEntry[]>> => {
  const [first] = files
  if (!first) return refuse({ kind: 'no-files' })
  if (files.length === 1 && (await isPack(first))) return readPack(first, signal)
  if (files.length > MOST_ENTRIES) return refuse({ kind: 'folder-too-full' })
  const paths = new Set<string>()
  for (const { path } of files) {
    if (paths.has(path)) return refuse({ kind: 'pack-twice', path })
    paths.add(path)
  }
  return done(
    files.map(({ path, blob }) => ({
      path,
      size: blob.size,
      blob,
      read: (readSignal, use) => forEachPiece(readableBlob(blob), readSignal, use),
    })),
  )
}

/** Longest manifest: one of a thousand files. */
const LONGEST_MANIFEST = 1024 * 1024

/** Reads a text to its end; rejects where it is longer than `most`, or than it says. */
const readText = async ({ size, read }: BroughtEntry, most: number, signal: AbortSignal): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  await read(signal, (piece) => {
    length += piece.length
    if (length > Math.min(most, size)) throw new RangeError('longer than it says')
    text += decoder.decode(piece, { stream: true })
  })
  return text + decoder.decode()
}

/** Reads a small text that describes a model. */
export const readTextEntry = async (entry: BroughtEntry, signal: AbortSignal): Promise<Outcome<string>> => {
  try {
    return done(await readText(entry, MOST_TEXT_BYTES, signal))
  } catch {
    if (signal.aborted) return cancelled
  }
  return failed({ code: 'MODEL_CORRUPT', file: entry.path, detail: 'it cannot be read' })
}

/** Reads a small file that describes a model. */
export const readJsonEntry = async (entry: BroughtEntry, signal: AbortSignal): Promise<Outcome<unknown>> => {
  const text = await readTextEntry(entry, signal)
  if (text.kind === 'cancelled') return text
  try {
    if (text.kind === 'done') return done(JSON.parse(text.value) as unknown)
  } catch {
    // Said below, as what cannot be read is.
  }
  return failed({ code: 'MODEL_CORRUPT', file: entry.path, detail: 'it is not valid JSON' })
}

/** Reads the manifest of a pack or folder; refuses by name one that is too long, or that this version cannot read. */
export const readManifest = async (
  entry: BroughtEntry,
  signal: AbortSignal,
): Promise<Outcome<ModelManifest>> => {
  const { path, size } = entry
  if (size > LONGEST_MANIFEST) return refuse({ kind: 'manifest-too-long', path })
  try {
    const manifest = parseModelManifest(JSON.parse(await readText(entry, LONGEST_MANIFEST, signal)))
    if (manifest) return done(manifest)
  } catch {
    if (signal.aborted) return cancelled
  }
  return refuse({ kind: 'manifest-unreadable', path })
}
