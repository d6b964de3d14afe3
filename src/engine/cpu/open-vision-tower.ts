import type { OnnxStructure } from '../../core/model/onnx/onnx-graph'
import type { NotOurs } from '../../core/model/tower/match-blocks'
import { matchVisionTower } from '../../core/model/tower/match-vision-tower'
import { UnreadableTensor } from '../../core/model/tower/read-tower'
import { type Patches, readVisionTower } from '../../core/model/tower/read-vision-tower'
import { alignUp, createPlaces, type KernelPlaces } from './kernel-places'
import { openTower } from './open-tower'
import type { TransformerKernel } from './transformer-kernel'

/** A vision tower on our kernels. */
export interface OpenVisionTower {
  /**
   * The embedding of a picture, of no fixed length.
   * @param pixels normalised planes, `3 x edge x edge`
   */
  encode(pixels: Float32Array): Float32Array<ArrayBuffer>
  /** Name of the graph's output that this is. */
  readonly output: string
}

/** What exporters call a tower's vector. */
const EMBEDDING = 'image_embeds'

/** Which tower is wanted of a graph. */
export interface WantedTower {
  /** Name of the graph's output; `null` where it is to be found. */
  readonly output: string | null
  /** Pixels of a side of what the model sees. */
  readonly edge: number
  /** As the model's config says; `null` where it does not. */
  readonly heads: number | null
}

/** Columns that the kernel takes at a time, and rows. */
const [COLUMNS, ROWS] = [8, 4]

/** Puts the cut into patches into a kernel's memory: in single precision, since all that follows hangs on it. */
const placePatches = (kernel: TransformerKernel, places: KernelPlaces, patches: Patches, edge: number) => {
  const { size, weight, bias, classRow, positions } = patches
  const width = classRow.length
  const length = 3 * size * size
  const across = edge / size
  const count = across * across
  const panels = new Float32Array(weight.length)
  for (let column = 0; column < width; column += 1)
    for (let i = 0; i < length; i += 1)
      panels[(column - (column % COLUMNS)) * length + i * COLUMNS + (column % COLUMNS)] =
        weight[column * length + i] ?? 0
  const [others, cut] = [places.put(panels), places.take(alignUp(count, ROWS) * length * 4)]
  const products = places.take(alignUp(count, ROWS) * width * 4)

  /** Each patch's pixels in one row, as the weights have them. */
  const cutUp = (pixels: Float32Array): void => {
    const rows = new Float32Array(kernel.memory.buffer, cut, count * length)
    let at = 0
    for (let patch = 0; patch < count; patch += 1) {
      const [top, left] = [Math.floor(patch / across) * size, (patch % across) * size]
      for (let plane = 0; plane < 3; plane += 1)
        for (let y = 0; y < size; y += 1, at += size) {
          const from = plane * edge * edge + (top + y) * edge + left
          rows.set(pixels.subarray(from, from + size), at)
        }
    }
  }

  /** The class and the patches, with their positions. */
  const rowsOf = (pixels: Float32Array): Float32Array => {
    cutUp(pixels)
    kernel.multiplyFloats(
      ...([cut, count, length, length * 4, others, COLUMNS * 4, width, COLUMNS * 4 * length] as const),
      products,
      width * 4,
    )
    const seen = new Float32Array(kernel.memory.buffer, products, count * width)
    const rows = Float32Array.from(positions)
    for (let i = 0; i < width; i += 1) rows[i] = (rows[i] ?? 0) + (classRow[i] ?? 0)
    for (let i = 0; i < seen.length; i += 1)
      rows[width + i] = (rows[width + i] ?? 0) + (seen[i] ?? 0) + (bias[i % width] ?? 0)
    return rows
  }
  return {
    rowsOf,
    fits: Number.isInteger(across) && positions.length === (count + 1) * width,
    count: count + 1,
  }
}

/**
 * Opens a graph's vision tower on our kernels, where it is one of CLIP's transformers. What it makes of pictures is to be
 * compared with ONNX Runtime before it is trusted.
 *
 */
export const openVisionTower = (
  kernel: TransformerKernel,
  graph: OnnxStructure,
  { output: wanted, edge, heads }: WantedTower,
): OpenVisionTower | NotOurs => {
  const output = wanted ?? (graph.outputs.has(EMBEDDING) ? EMBEDDING : ([...graph.outputs.keys()][0] ?? ''))
  const found = matchVisionTower(graph, output)
  if ('refused' in found) return found
  try {
    const read = readVisionTower(graph, found, heads)
    if ('refused' in read) return read
    const places = createPlaces(kernel)
    const { rowsOf, fits, count } = placePatches(kernel, places, read.patches, edge)
    if (!fits) return { refused: 'rows' }
    const tower = openTower(kernel, places, read.tower, count)
    return { output, encode: (pixels) => tower.encode(rowsOf(pixels), 0) }
  } catch (error) {
    if (error instanceof UnreadableTensor) return { refused: 'weights' }
    throw error
  }
}
