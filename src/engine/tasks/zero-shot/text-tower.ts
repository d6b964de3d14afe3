import type { InferenceSession } from 'onnxruntime-web/wasm'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import type { PromptEmbedding } from '../../../protocol/inference-api'
import type { Ort } from '../../ort/load-ort'
import type { Tokenizer, TokenizedPrompt } from './tokenizer'
import { textPorts } from '../../ort/graph-ports'
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
 * Prompts of equal length together, in runs of at most {@link BATCH_SIZE}: a family that needs no padding gets
 * none, and its short prompts, which tags are, cost what they are long.
 */
const batchesByLength = (prompts: readonly Numbered[]): Numbered[][] => {
  const byLength = new Map<number, Numbered[]>()
  for (const prompt of prompts)
    byLength.set(prompt.ids.length, [...(byLength.get(prompt.ids.length) ?? []), prompt])
  return [...byLength.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / BATCH_SIZE) }, (_, i) =>
      group.slice(i * BATCH_SIZE, (i + 1) * BATCH_SIZE),
    ),
  )
}

/** Lets an abort message in: a WASM run blocks the worker's thread until it is over. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0)
  })

/**
 * Creates the tower over an open session. Always on WASM: with its answers cached it is little work. A mask is all
 * ones: no family here has its padding masked (`Note: padding` in `model-family.ts`).
 */
export const createTextTower = (
  ort: Ort,
  session: InferenceSession,
  tokenizer: Tokenizer,
): Outcome<TextTower> => {
  const ports = textPorts(session)
  if (ports.kind !== 'done') return ports
  const { inputs, output } = ports.value

  const runBatch = async (batch: readonly Numbered[]) => {
    const sequence = batch[0]?.ids.length ?? 0
    const dims = [batch.length, sequence]
    const ids = BigInt64Array.from(batch.flatMap((prompt) => prompt.ids).map(BigInt))
    const feeds = Object.fromEntries(
      [...inputs].map(([name, takes]) => [
        name,
        new ort.Tensor('int64', takes === 'mask' ? new BigInt64Array(ids.length).fill(1n) : ids, dims),
      ]),
    )
    const results = await session.run(feeds, [output])
    return splitEmbeddings(results[output], batch.length)
  }

  return done({
    embed: async (prompts, signal) => {
      const tokenized = prompts.map((prompt, position) => ({ ...tokenizer.encode(prompt), position }))
      const embeddings = new Array<PromptEmbedding>(prompts.length)
      for (const batch of batchesByLength(tokenized)) {
        const vectors = await runBatch(batch)
        if (vectors.kind !== 'done') return vectors
        batch.forEach(({ position, ids, cut }, i) => {
          const embedding = vectors.value[i]
          if (embedding) embeddings[position] = { embedding, tokenIds: ids, cut }
        })
        await breathe()
        if (signal.aborted) return cancelled
      }
      return done(embeddings)
    },
  })
}
