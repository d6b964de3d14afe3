import type { ThinGraph } from '../../core/model/onnx/thin-graph'
import type { NotOurs } from '../../core/model/tower/match-blocks'
import { type KeptRows, openRowTable, type RowFacts } from '../../core/model/onnx/row-table'
import { type EndToken, matchTextTower } from '../../core/model/tower/match-text-tower'
import { readTextTower, textRows } from '../../core/model/tower/read-text-tower'
import { giveBack } from '../../core/model/tower/give-back'
import { UnreadableTensor } from '../../core/model/tower/read-tower'
import { createPlaces, type KernelPlaces, type PlacedTower } from './kernel-places'
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

/** A table of rows in a kernel's memory. */
interface PlacedRows {
  readonly facts: RowFacts
  readonly at: number
}

/** A text tower that lies in a kernel's memory. */
export interface PlacedText extends Omit<WantedText, 'output'> {
  readonly output: string
  readonly tokens: PlacedRows
  readonly positions: PlacedRows
  readonly end: EndToken
  readonly tower: PlacedTower
}

const placeRows = async (
  kernel: TransformerKernel,
  places: KernelPlaces,
  { facts, size, pieces }: KeptRows,
): Promise<PlacedRows> => {
  const at = places.take(size)
  let next = at
  for await (const piece of pieces()) {
    new Uint8Array(kernel.memory.buffer, next, piece.length).set(piece)
    next += piece.length
    giveBack(piece)
  }
  return { facts, at }
}

/** Opens a text tower that lies in a kernel's memory. @param end behind its last weight */
export const openPlacedText = (kernel: TransformerKernel, placed: PlacedText, end: number): OpenTextTower => {
  const open = ({ facts, at }: PlacedRows) =>
    openRowTable(facts, (from, to) => new Uint8Array(kernel.memory.buffer.slice(at + from, at + to)))
  const [tokens, positions] = [open(placed.tokens), open(placed.positions)]
  const tower = openTower(kernel, createPlaces(kernel, end), placed.tower, positions.count)
  return {
    ...{ output: placed.output, length: positions.count },
    encode: (ids) => {
      if (ids.length > positions.count || ids.some((id) => id < 0 || id >= tokens.count))
        throw new RangeError('a token that the tower has no row for')
      const text = textRows({ tokens, positions, end: placed.end }, ids)
      return tower.encode(text.rows, text.wanted)
    },
  }
}

/**
 * Puts a graph's text tower into a kernel's memory, where it is one of CLIP's transformers. What it makes of prompts is to be
 * compared with ONNX Runtime before it is trusted.
 */
export const placeTextTower = async (
  kernel: TransformerKernel,
  graph: ThinGraph,
  { output: wanted, heads }: WantedText,
): Promise<{ readonly placed: PlacedText; readonly end: number } | NotOurs> => {
  const { outputs } = graph.structure
  const output = wanted ?? (outputs.has(EMBEDDING) ? EMBEDDING : ([...outputs.keys()][0] ?? ''))
  const found = matchTextTower(graph.structure, output)
  if ('refused' in found) return found
  try {
    const read = await readTextTower(graph, found, heads)
    if ('refused' in read) return read
    const places = createPlaces(kernel)
    const tokens = await placeRows(kernel, places, read.tokens)
    const positions = await placeRows(kernel, places, read.positions)
    const tower = await places.putTower(read.tower)
    return { placed: { output, heads, tokens, positions, end: read.end, tower }, end: places.end() }
  } catch (error) {
    // The second where the file was deleted meanwhile.
    if (error instanceof UnreadableTensor || error instanceof DOMException) return { refused: 'weights' }
    throw error
  }
}
