import type { KeptWordVectors, WordVectorStore } from '../../platform/storage/word-vectors'

/** What models made of words, kept in memory. */
export const createFakeWordVectors = (): WordVectorStore & { readonly keys: () => readonly string[] } => {
  const kept = new Map<string, KeptWordVectors>()
  return {
    keys: () => [...kept.keys()],
    read: (modelKey, template) => Promise.resolve(kept.get(`${modelKey} ${template}`) ?? null),
    write: (modelKey, template, vectors) => {
      kept.set(`${modelKey} ${template}`, vectors)
      return Promise.resolve()
    },
    forget: (sourceKey) => {
      for (const key of kept.keys()) if (key.startsWith(`${sourceKey}|`)) kept.delete(key)
      return Promise.resolve()
    },
  }
}
