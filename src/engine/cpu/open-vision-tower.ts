import type { ThinGraph } from '../../core/model/onnx/thin-graph'
import type { NotOurs } from '../../core/model/tower/match-blocks'
import { matchVisionTower } from '../../core/model/tower/match-vision-tower'
import { giveBack } from '../../core/model/tower/give-back'
import { UnreadableTensor } from '../../core/model/tower/read-tower'
import { type Patches, readVisionTower } from '../../core/model/tower/read-vision-tower'
import { alignUp, createPlaces, type KernelPlaces, type PlacedTower } from './kernel-places'
import { openTower, type Steps } from './open-tower'
import type { TransformerKernel } from './transformer-kernel'

/** A vision tower on our kernels. */
export interface OpenVisionTower {
  /**
   * The embedding of a picture, of no fixed length.
   * @param pixels normalised planes, `3 x edge x edge`
   */
  encode(pixels: Float32Array): Float32Array<ArrayBuffer>
  /** The same, in steps of some hundredths of a second; a picture that is begun before the last takes the tower from it. */
  encodeInSteps(pixels: Float32Array): Steps<Float32Array<ArrayBuffer>>
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

/** Addresses of what a picture is cut into rows by. */
interface PlacedPatches {
  /** Pixels of a side. */
  readonly size: number
  readonly panels: number
  readonly bias: number
  readonly classRow: number
  readonly positions: number
}

/** A vision tower that lies in a kernel's memory. */
export interface PlacedVision extends Omit<WantedTower, 'output'> {
  readonly output: string
  readonly patches: PlacedPatches
  readonly tower: PlacedTower
}

/** Puts the cut into patches into a kernel's memory: in single precision, since all that follows hangs on it. */
const placePatches = (places: KernelPlaces, patches: Patches): PlacedPatches => {
  const { size, weight, bias, classRow, positions } = patches
  const width = classRow.length
  const length = 3 * size * size
  const panels = new Float32Array(weight.length)
  for (let column = 0; column < width; column += 1)
    for (let i = 0; i < length; i += 1)
      panels[(column - (column % COLUMNS)) * length + i * COLUMNS + (column % COLUMNS)] =
        weight[column * length + i] ?? 0
  const placed = places.put(panels)
  giveBack(panels)
  giveBack(weight)
  return {
    size,
    panels: placed,
    bias: places.put(bias),
    classRow: places.put(classRow),
    positions: places.put(positions),
  }
}

/** Opens a vision tower that lies in a kernel's memory. @param end behind its last weight */
export const openPlacedVision = (
  kernel: TransformerKernel,
  { output, edge, patches, tower }: PlacedVision,
  end: number,
): OpenVisionTower => {
  const places = createPlaces(kernel, end)
  const { size, panels } = patches
  const { width } = tower
  const length = 3 * size * size
  const across = edge / size
  const count = across * across
  const cut = places.take(alignUp(count, ROWS) * length * 4)
  const products = places.take(alignUp(count, ROWS) * width * 4)
  const opened = openTower(kernel, places, tower, count + 1)
  const view = (at: number, numbers: number) => new Float32Array(kernel.memory.buffer, at, numbers)

  /** Each patch's pixels in one row, as the weights have them. */
  const cutUp = (pixels: Float32Array): void => {
    const rows = view(cut, count * length)
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
      ...([cut, count, length, length * 4, panels, COLUMNS * 4, width, COLUMNS * 4 * length] as const),
      products,
      width * 4,
    )
    const seen = view(products, count * width)
    const [bias, classRow] = [view(patches.bias, width), view(patches.classRow, width)]
    const rows = Float32Array.from(view(patches.positions, (count + 1) * width))
    for (let i = 0; i < width; i += 1) rows[i] = (rows[i] ?? 0) + (classRow[i] ?? 0)
    for (let i = 0; i < seen.length; i += 1)
      rows[width + i] = (rows[width + i] ?? 0) + (seen[i] ?? 0) + (bias[i % width] ?? 0)
    return rows
  }
  return {
    output,
    encode: (pixels) => opened.encode(rowsOf(pixels), 0),
    encodeInSteps: (pixels) => opened.encodeInSteps(rowsOf(pixels), 0),
  }
}

/**
 * Puts a graph's vision tower into a kernel's memory, where it is one of CLIP's transformers. What it makes of pictures is to be
 * compared with ONNX Runtime before it is trusted.
 */
export const placeVisionTower = async (
  kernel: TransformerKernel,
  graph: ThinGraph,
  { output: wanted, edge, heads }: WantedTower,
): Promise<{ readonly placed: PlacedVision; readonly end: number } | NotOurs> => {
  const { outputs } = graph.structure
  const output = wanted ?? (outputs.has(EMBEDDING) ? EMBEDDING : ([...outputs.keys()][0] ?? ''))
  const found = matchVisionTower(graph.structure, output)
  if ('refused' in found) return found
  try {
    const read = await readVisionTower(graph, found, heads)
    if ('refused' in read) return read
    const { size, positions } = read.patches
    const across = edge / size
    const isWhole = Number.isInteger(across) && positions.length === (across ** 2 + 1) * read.tower.width
    if (!isWhole) return { refused: 'rows' }
    const places = createPlaces(kernel)
    const patches = placePatches(places, read.patches)
    const tower = await places.putTower(read.tower)
    return { placed: { output, edge, heads, patches, tower }, end: places.end() }
  } catch (error) {
    // The second where the file was deleted meanwhile.
    if (error instanceof UnreadableTensor || error instanceof DOMException) return { refused: 'weights' }
    throw error
  }
}
