import type { PromptEmbedding } from '../../protocol/inference-api'

/** Prompts kept; 512 floats each, so about 10 MB. Oldest out first. */
const LIMIT = 5000

/** Embeddings of prompts by one model. */
export interface PromptCache {
  /** The prompts that have no embedding yet, each once. */
  missing(prompts: readonly string[]): string[]
  /** Stores embeddings of `added`, in its order, and reads those of `wanted`, all of which must be known then. */
  addAndRead(
    added: readonly string[],
    embeddings: readonly PromptEmbedding[],
    wanted: readonly string[],
  ): PromptEmbedding[]
}

/** Creates an empty cache. */
export const createPromptCache = (): PromptCache => {
  const embeddingsByPrompt = new Map<string, PromptEmbedding>()
  return {
    missing: (prompts) => [...new Set(prompts)].filter((prompt) => !embeddingsByPrompt.has(prompt)),
    addAndRead: (added, embeddings, wanted) => {
      added.forEach((prompt, i) => {
        const embedding = embeddings[i]
        if (embedding) embeddingsByPrompt.set(prompt, embedding)
      })
      const read = wanted.flatMap((prompt) => embeddingsByPrompt.get(prompt) ?? [])
      // After the reading, so that a request larger than the cache is still answered in full.
      for (const prompt of embeddingsByPrompt.keys()) {
        if (embeddingsByPrompt.size <= LIMIT) break
        embeddingsByPrompt.delete(prompt)
      }
      return read
    },
  }
}
