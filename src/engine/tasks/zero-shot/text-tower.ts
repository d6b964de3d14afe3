import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import type { PromptEmbedding } from '../../../protocol/inference-api'
import { nextTurn } from '../../../protocol/next-turn'
import type { TextGraph } from './ort-text-graph'
import type { Tokenizer, TokenizedPrompt } from './tokenizer'

/** Embeds prompts. */
export interface TextTower {
  /** @returns one embedding per prompt, in order. */
  embed(prompts: readonly string[], signal: AbortSignal): Promise<Outcome<readonly PromptEmbedding[]>>
}

/** In place of a tower where only pictures are wanted. No one should ask. */
export const noTextTower: TextTower = {
  embed: () =>
    Promise.resolve(failed({ code: 'UNEXPECTED', detail: 'this worker was opened without a text tower' })),
}

/** Prompts per run: enough to fill the threads, few enough that a cancelled thousand stops soon. */
const BATCH_SIZE = 16

interface Numbered extends TokenizedPrompt {
  readonly position: number
}

/**
 * Prompts of equal length together, in runs of at most `size`: a family that needs no padding gets none, and its
 * short prompts, which tags are, cost what they are long.
 */
const batchesByLength = (prompts: readonly Numbered[], size: number): Numbered[][] => {
  const byLength = new Map<number, Numbered[]>()
  for (const prompt of prompts)
    byLength.set(prompt.ids.length, [...(byLength.get(prompt.ids.length) ?? []), prompt])
  return [...byLength.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / size) }, (_, i) => group.slice(i * size, (i + 1) * size)),
  )
}

/**
 * Creates the tower over an open graph.
 * @param tokenizer gives at most as many tokens as the graph takes.
 */
export const createTextTower = (graph: TextGraph, tokenizer: Tokenizer): TextTower => ({
  embed: async (prompts, signal) => {
    const tokenized = prompts.map((prompt, position) => ({ ...tokenizer.encode(prompt), position }))
    const embeddings = new Array<PromptEmbedding>(prompts.length)
    for (const batch of batchesByLength(tokenized, graph.batch ?? BATCH_SIZE)) {
      const vectors = await graph.run(
        batch.map(({ ids }) => ids),
        tokenizer.filler,
      )
      if (vectors.kind !== 'done') return vectors
      batch.forEach(({ position, ids, cut }, i) => {
        const embedding = vectors.value[i]
        if (embedding) embeddings[position] = { embedding, tokenIds: ids, cut }
      })
      // Lets an abort message in: a WASM run blocks the worker's thread until it is over.
      await nextTurn()
      if (signal.aborted) return cancelled
    }
    return done(embeddings)
  },
})
