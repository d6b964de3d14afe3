import type { InferenceSession } from 'onnxruntime-web/wasm'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import type { PromptEmbedding } from '../../../protocol/inference-api'
import { nextTurn } from '../../../protocol/next-turn'
import type { Ort } from '../../ort/load-ort'
import type { Tokenizer, TokenizedPrompt } from './tokenizer'
import type { TextInput, TextPorts } from '../../ort/graph-ports'
import { splitEmbeddings } from '../../inference/split-embeddings'

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
 * What goes into one input, row after row.
 * @param rows token ids of each text.
 * @param length of each row; what is left of it is filled up and masked. A family's own padding is part of the
 * prompt and is not masked (`Note: padding` in `model-family.ts`).
 */
const inputValues = (
  takes: TextInput,
  rows: readonly (readonly number[])[],
  length: number,
  filler: number,
): number[] =>
  rows.flatMap((ids) =>
    Array.from({ length }, (_, i) => {
      switch (takes) {
        case 'tokens':
          return ids[i] ?? filler
        case 'mask':
          return i < ids.length ? 1 : 0
        case 'positions':
          return i
        case 'types':
          return 0
      }
    }),
  )

/**
 * Creates the tower over an open session. Always on WASM: with its answers cached it is little work.
 * @param tokenizer gives at most as many tokens as the graph takes.
 */
export const createTextTower = (
  ort: Ort,
  session: InferenceSession,
  { inputs, batch: fixedBatch, length: fixedLength, output }: TextPorts,
  tokenizer: Tokenizer,
): TextTower => {
  const runBatch = async (batch: readonly Numbered[]) => {
    // A graph for so many texts and no fewer gets the first one again.
    const rows = Array.from(
      { length: fixedBatch ?? batch.length },
      (_, i) => (batch[i] ?? batch[0])?.ids ?? [],
    )
    const length = fixedLength ?? rows[0]?.length ?? 0
    const dims = [rows.length, length]
    const feeds = Object.fromEntries(
      inputs.map(({ name, takes, type }) => {
        const values = inputValues(takes, rows, length, tokenizer.filler)
        return [
          name,
          type === 'int32'
            ? new ort.Tensor('int32', Int32Array.from(values), dims)
            : new ort.Tensor('int64', BigInt64Array.from(values, BigInt), dims),
        ]
      }),
    )
    const results = await session.run(feeds, [output])
    return splitEmbeddings(results[output], batch.length)
  }

  return {
    embed: async (prompts, signal) => {
      const tokenized = prompts.map((prompt, position) => ({ ...tokenizer.encode(prompt), position }))
      const embeddings = new Array<PromptEmbedding>(prompts.length)
      for (const batch of batchesByLength(tokenized, fixedBatch ?? BATCH_SIZE)) {
        const vectors = await runBatch(batch)
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
  }
}
