import { findRows, type KeptRows, type RowTable } from '../onnx/row-table'
import type { ThinGraph } from '../onnx/thin-graph'
import type { NotOurs } from './match-blocks'
import type { EndToken, TextTowerPlaces } from './match-text-tower'
import { createTowerReader, UnreadableTensor } from './read-tower'
import type { ComingTower } from './tower'

/** Makes rows of numbers of a text. */
export interface TokenRows {
  readonly tokens: RowTable
  /** Added to the tokens' rows; as many as a text may have tokens. */
  readonly positions: RowTable
  readonly end: EndToken
}

/** A text tower with its numbers. */
export interface TextTowerNumbers {
  readonly tokens: KeptRows
  readonly positions: KeptRows
  readonly end: EndToken
  readonly tower: ComingTower
}

/**
 * Reads a text tower's numbers.
 *
 * @param heads as the model's config says; `null` where it does not
 * @throws UnreadableTensor at once or while blocks are asked for
 */
export const readTextTower = async (
  graph: ThinGraph,
  places: TextTowerPlaces,
  heads: number | null,
): Promise<TextTowerNumbers | NotOurs> => {
  const { constants, tower: read } = createTowerReader(graph)
  const tokens = findRows(constants, places.tokens)
  const positions = findRows(constants, places.positions)
  if (!tokens || !positions) throw new UnreadableTensor(places.tokens.rows)
  const { width } = tokens.facts
  if (width !== positions.facts.width) return { refused: 'rows' }
  const tower = await read({ ...places, firstNorm: null }, { width, heads, causal: true })
  return 'refused' in tower ? tower : { tokens, positions, end: places.end, tower }
}

/** The place of a text's end; the first token where there is none, as the graphs themselves have it. */
const endOf = (ids: readonly number[], end: EndToken): number => {
  const id = end === 'largest' ? ids.reduce((most, one) => Math.max(most, one), 0) : end.id
  return Math.max(0, ids.indexOf(id))
}

/**
 * What a tower takes of a text: its rows up to the end token, which is the last that its embedding can see.
 *
 * @param ids within `tokens`, at most as many as there are positions
 */
export const textRows = (
  { tokens, positions, end }: TokenRows,
  ids: readonly number[],
): { readonly rows: Float32Array<ArrayBuffer>; readonly wanted: number } => {
  const wanted = endOf(ids, end)
  const { width } = tokens
  const rows = new Float32Array((wanted + 1) * width)
  for (let at = 0; at <= wanted; at += 1) {
    const position = positions.row(at)
    rows.set(
      tokens.row(ids[at] ?? 0).map((number, i) => number + (position[i] ?? 0)),
      at * width,
    )
  }
  return { rows, wanted }
}
