import { readOnnx } from '../onnx-graph'
import { concatenate } from '../write-protobuf'
import { attendedPlaces } from './attended-places'
import { copyByRow } from './copy-by-row'
import { createGraftBuilder } from './graft-builder'
import { type GraftRefusalCode, GraftRefused } from './graft-refusal'
import { flowOf, type GraphFlow } from './graph-flow'
import { pooledCells } from './pooled-cells'

/** Name of the output that a graft adds. */
export const PLACES_OUTPUT = 'taglens_places'

/** Most bytes that a graft adds. */
export const MOST_GRAFT_BYTES = 16_384

/**
 * What a vector of a place is: of the picture without it, as the last pool leaves its features out (`cells`); what the
 * last layer sees there where queries look at queries (`attention`); or what a pooling head would see that looked there
 * alone (`values`).
 */
export type PlaceKind = 'cells' | 'attention' | 'values'

/** What comes of grafting a graph. */
export type Graft =
  | {
      readonly kind: 'grafted'
      readonly places: PlaceKind
      /** To be appended to the graph's file: protobuf merges repeated fields, so that nothing else of it changes. */
      readonly addition: Uint8Array<ArrayBuffer>
    }
  | { readonly kind: 'refused'; readonly code: GraftRefusalCode; readonly detail: string }

const graftOf = (flow: GraphFlow, output: string, type: number): Graft => {
  const attempt = (places: PlaceKind): Graft | null => {
    const builder = createGraftBuilder(flow.graph)
    const cells = places === 'cells' ? pooledCells(flow, builder, output) : null
    const attended = places === 'cells' ? null : attendedPlaces(flow, builder, output)
    const found = cells ?? attended?.places
    if (!found) return null
    const head = copyByRow(flow, builder, found, output)
    // Of tokens only the first is of the whole picture: one that is not taken was not what the rows begin with.
    if (attended?.kind === 'attention' && !head.takesFirst)
      throw new GraftRefused('HEAD_UNKNOWN', 'it takes no first token')
    const addition = builder.finish(head.name, PLACES_OUTPUT, type)
    if (addition.length > MOST_GRAFT_BYTES) throw new GraftRefused('GRAFT_TOO_LARGE', String(addition.length))
    return { kind: 'grafted', places: attended?.kind ?? places, addition }
  }
  const grafted = attempt('cells') ?? attempt('attention')
  if (!grafted) throw new GraftRefused('NO_PLACES', 'it has neither pool nor attention')
  return grafted
}

/**
 * Grows a vision tower so that one run gives a vector for each place of the picture too. A pure function of the graph's
 * structure: weights are neither read nor copied, of whatever precision they are.
 *
 * The graph gets one more output, `PLACES_OUTPUT`, `[1 + places, length]` for a run of one picture: first the same that
 * `output` gives of the whole picture, by which a runtime can tell that the graft is right, then each place from left to
 * right and from top to bottom. From opset 11 on.
 *
 * @param output the name of what the tower gives: an embedding, or logits.
 */
export const graftTower = (graph: Uint8Array, output: string): Graft => {
  const flow = flowOf(readOnnx(graph))
  const type = flow.graph.outputs.get(output)
  try {
    if (type === undefined) throw new GraftRefused('NO_SUCH_OUTPUT', output)
    return graftOf(flow, output, type)
  } catch (error) {
    if (!(error instanceof GraftRefused)) throw error
    return { kind: 'refused', code: error.code, detail: error.message }
  }
}

/** The graph's file with its graft. */
export const withGraft = (graph: Uint8Array, addition: Uint8Array): Uint8Array<ArrayBuffer> =>
  concatenate([graph, addition])
