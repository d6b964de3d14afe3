import type { ListedFile } from '../../../core/model/stored/stored-model'

/**
 * Small files that were read to judge a model, for the next question about it and for its download: a tokenizer of
 * 4 MB came three times over, 3 s of a line of 20 Mbit/s.
 */
export interface ReadAhead {
  /** Keeps the text of a file whose host has published its hash. Of others, no one knows whether they are the same. */
  keep(file: ListedFile, text: string): void
  /** The text of a file with this hash and size. Not compared with its hash: a download does that. */
  find(file: ListedFile): string | undefined
}

/** Characters kept at most, of about three models. They go with their worker. */
const MOST_KEPT = 12 * 1024 * 1024

const keyOf = ({ hash, size }: ListedFile): string | null =>
  hash && `${hash.algorithm} ${hash.hex} ${size ?? '?'}`

/** Creates an empty memory, which forgets the oldest texts first. */
export const createReadAhead = (): ReadAhead => {
  const texts = new Map<string, string>()
  let kept = 0
  return {
    keep: (file, text) => {
      const key = keyOf(file)
      if (key === null || texts.has(key)) return
      texts.set(key, text)
      kept += text.length
      for (const [oldest, { length }] of texts) {
        if (kept <= MOST_KEPT) break
        texts.delete(oldest)
        kept -= length
      }
    },
    find: (file) => texts.get(keyOf(file) ?? ''),
  }
}
