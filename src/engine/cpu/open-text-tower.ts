import type { OnnxStructure } from '../../core/model/onnx/onnx-graph'
import type { NotOurs } from '../../core/model/tower/match-blocks'
import { matchTextTower } from '../../core/model/tower/match-text-tower'
import { readTextTower, textRows } from '../../core/model/tower/read-text-tower'
import { UnreadableTensor } from '../../core/model/tower/read-tower'
import { createPlaces } from './kernel-places'
import { openTower } from './open-tower'
import type { TransformerKernel } from './transformer-kernel'

/** A text tower on our kernels. */
export interface OpenTextTower {
  /**
   * The embedding of a text, of no fixed length.
   * @param ids tokens of one text, its end among them; at most `length`, and each a number that the tower has a row for
   * @throws RangeError where they are not
   */
  encode(ids: readonly number[]): Float32Array<ArrayBuffer>
  /** The most tokens of a text. */
  readonly length: number
  /** Name of the graph's output that this is. */
  readonly output: string
}

/** Which text tower is wanted of a graph. */
export interface WantedText {
  /** Name of the graph's output; `null` where it is to be found. */
  readonly output: string | null
  /** As the model's config says; `null` where it does not. */
  readonly heads: number | null
}

/** What exporters call a text tower's vector. */
const EMBEDDING = 'text_embeds'

/**
 * Opens a graph's text tower on our kernels, where it is one of CLIP's transformers. What it makes of prompts is to be compared
 * with ONNX Runtime before it is trusted.
 */
export const openTextTower = (
  kernel: TransformerKernel,
  graph: OnnxStructure,
  { output: wanted, heads }: WantedText,
): OpenTextTower | NotOurs => {
  const output = wanted ?? (graph.outputs.has(EMBEDDING) ? EMBEDDING : ([...graph.outputs.keys()][0] ?? ''))
  const found = matchTextTower(graph, output)
  if ('refused' in found) return found
  try {
    const read = readTextTower(graph, found, heads)
    if ('refused' in read) return read
    const { tokens, positions } = read.rows
    const tower = openTower(kernel, createPlaces(kernel), read.tower, positions.count)
    const { rows } = read
    return {
      ...{ output, length: positions.count },
      encode: (ids) => {
        if (ids.length > positions.count || ids.some((id) => id < 0 || id >= tokens.count))
          throw new RangeError('a token that the tower has no row for')
        const text = textRows(rows, ids)
        return tower.encode(text.rows, text.wanted)
      },
    }
  } catch (error) {
    if (error instanceof UnreadableTensor) return { refused: 'weights' }
    throw error
  }
}
