import { MOST_TEXT_BYTES } from '../../core/model/download/body-limits'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import type { ModelFiles } from '../../protocol/inference-api'
import { openFile, tooLarge, type OpenFile } from './fetch-file'

/** Reads one model's files, wherever they are. */
export interface ModelReader {
  /** What errors call a file. */
  nameOf(path: string): string
  /** `MODEL_NOT_FOUND` where the model has no such file. */
  open(path: string, signal: AbortSignal): Promise<Outcome<OpenFile>>
  /** Reads a small text. */
  text(path: string, signal: AbortSignal): Promise<Outcome<string>>
  /** Reads and parses a small JSON file. The content is unknown until a schema has seen it. */
  json(path: string, signal: AbortSignal): Promise<Outcome<unknown>>
  /** A file that is at hand whole; `null` where there is none of that name, or all are behind an address. */
  blob(path: string): Blob | null
  /** Takes in files that have come later. */
  add(blobs: ReadonlyMap<string, Blob>): void
}

const openBlob = (path: string, blob: Blob): OpenFile => ({
  size: blob.size,
  read: async (onBytes, most) => {
    if (blob.size > most) return tooLarge(path, most)
    try {
      const bytes = new Uint8Array(await blob.arrayBuffer())
      onBytes(bytes.length)
      return done(bytes)
    } catch {
      // The file behind it was deleted meanwhile: by another tab, or with the site's data.
      return failed({ code: 'MODEL_NOT_FOUND', url: path })
    }
  },
  cancel: () => Promise.resolve(),
})

/** Creates the reader of `files`. */
export const createModelReader = (files: ModelFiles): ModelReader => {
  const blobs = new Map(files.kind === 'blobs' ? files.blobs : [])
  const nameOf = (path: string) => (files.kind === 'url' ? `${files.baseUrl}/${path}` : path)

  const open = async (path: string, signal: AbortSignal): Promise<Outcome<OpenFile>> => {
    if (files.kind === 'url') return openFile(nameOf(path), signal)
    const blob = blobs.get(path)
    return blob ? done(openBlob(path, blob)) : failed({ code: 'MODEL_NOT_FOUND', url: path })
  }

  const text = async (path: string, signal: AbortSignal): Promise<Outcome<string>> => {
    const opened = await open(path, signal)
    if (opened.kind !== 'done') return opened
    const body = await opened.value.read(() => undefined, MOST_TEXT_BYTES)
    return body.kind === 'done' ? done(new TextDecoder().decode(body.value)) : body
  }

  return {
    nameOf,
    open,
    text,
    blob: (path) => blobs.get(path) ?? null,
    add: (later) => {
      for (const [path, blob] of later) blobs.set(path, blob)
    },
    json: async (path, signal) => {
      const read = await text(path, signal)
      if (read.kind !== 'done') return read
      try {
        return done(JSON.parse(read.value) as unknown)
      } catch {
        return failed({ code: 'MODEL_CORRUPT', file: nameOf(path), detail: 'it is not valid JSON' })
      }
    },
  }
}
