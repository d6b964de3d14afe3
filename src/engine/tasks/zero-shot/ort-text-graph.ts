import type { InferenceSession } from 'onnxruntime-web/wasm'
import type { UnitVector } from '../../../core/brands'
import type { Outcome } from '../../../core/errors/outcome'
import { splitEmbeddings } from '../../inference/split-embeddings'
import type { TextInput, TextPorts } from '../../ort/graph-ports'
import type { Ort } from '../../ort/load-ort'

/** An open graph that takes tokens. */
export interface TextGraph {
  /** How many texts a run takes; `null` where any number will do. */
  readonly batch: number | null
  /** The most tokens of a text; `null` where it does not say. */
  readonly length: number | null
  /** Embeds texts of one number of tokens, in order. */
  run(texts: readonly (readonly number[])[], filler: number): Promise<Outcome<readonly UnitVector[]>>
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

/** A text tower's open session. Always on WASM: with its answers cached it is little work. */
export const createOrtTextGraph = (
  ort: Ort,
  session: InferenceSession,
  { inputs, batch, length: fixedLength, output }: TextPorts,
): TextGraph => ({
  batch,
  length: fixedLength,
  run: async (texts, filler) => {
    // A graph for so many texts and no fewer gets the first one again.
    const rows = Array.from({ length: batch ?? texts.length }, (_, i) => texts[i] ?? texts[0] ?? [])
    const length = fixedLength ?? rows[0]?.length ?? 0
    const dims = [rows.length, length]
    const feeds = Object.fromEntries(
      inputs.map(({ name, takes, type }) => {
        const values = inputValues(takes, rows, length, filler)
        return [
          name,
          type === 'int32'
            ? new ort.Tensor('int32', Int32Array.from(values), dims)
            : new ort.Tensor('int64', BigInt64Array.from(values, BigInt), dims),
        ]
      }),
    )
    const results = await session.run(feeds, [output])
    return splitEmbeddings(results[output], texts.length)
  },
})
