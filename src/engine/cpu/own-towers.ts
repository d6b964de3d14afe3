import { type FileBytes, readThinGraph, type ThinGraph } from '../../core/model/onnx/thin-graph'
import type { NotOurs } from '../../core/model/tower/match-blocks'
import type { OwnPrecision } from '../../core/runtime/executor'
import { kernelModules } from './kernel-modules'
import {
  type OpenTextTower,
  openPlacedText,
  type PlacedText,
  placeTextTower,
  type WantedText,
} from './open-text-tower'
import {
  type OpenVisionTower,
  openPlacedVision,
  type PlacedVision,
  placeVisionTower,
  type WantedTower,
} from './open-vision-tower'
import { codeOf, packWeights, unpackWeights } from './packed-weights'
import { openTransformerKernel, precisionHere, type TransformerKernel } from './transformer-kernel'

/** What a tower is asked for by beside its output, which its file has by itself. */
type Facts<Wanted> = Omit<Wanted, 'output'>

/** A tower in a kernel's memory. */
interface Placed<Wanted, Tower> {
  readonly placed: Tower & Facts<Wanted>
  readonly end: number
}

/** A way to open towers: from a file of a graph, and from weights that were packed at an earlier visit. */
interface Opener<Wanted, Open> {
  /** An instance of the kernels, with its memory, of its own. Weights are read one at a time. `pack` gives what {@link Opener.packed} reads. */
  file(
    graph: FileBytes,
    wanted: Wanted,
    precision?: OwnPrecision,
  ): Promise<{ readonly tower: Open; readonly pack: () => Blob } | NotOurs>
  /** `null` where they are not whole, of other kernels, or not of what is wanted. */
  packed(blob: Blob, wanted: Facts<Wanted>, precision?: OwnPrecision): Promise<Open | null>
}

/** What browsers say where there is no memory to be had; `instead` then, since ONNX Runtime may do with what there is. */
const orWithoutMemory = async <T>(opening: Promise<T>, instead: T): Promise<T> => {
  try {
    return await opening
  } catch (error) {
    if (error instanceof RangeError) return instead
    throw error
  }
}

const createOpener = <Wanted, Tower, Open>(
  place: (
    kernel: TransformerKernel,
    graph: ThinGraph,
    wanted: Wanted,
  ) => Promise<Placed<Wanted, Tower> | NotOurs>,
  open: (kernel: TransformerKernel, placed: Tower & Facts<Wanted>, end: number) => Open,
  isSame: (a: Facts<Wanted>, b: Facts<Wanted>) => boolean,
): Opener<Wanted, Open> => {
  const file: Opener<Wanted, Open>['file'] = async (graph, wanted, precision) => {
    const kernel = openTransformerKernel(kernelModules, precision)
    if (!kernel) return { refused: 'no SIMD' }
    const found = await place(kernel, await readThinGraph(graph), wanted)
    if ('refused' in found) return found
    const { placed, end } = found
    return {
      tower: open(kernel, placed, end),
      pack: () => packWeights(kernel, codeOf(kernel.module), placed, end),
    }
  }
  const packed: Opener<Wanted, Open>['packed'] = async (blob, wanted, precision) => {
    const kernel = openTransformerKernel(kernelModules, precision)
    const found = kernel && (await unpackWeights(kernel, codeOf(kernel.module), blob))
    if (!found) return null
    // By `file` above, of the same code and layout; the store gives it for the graph that it was packed of.
    const placed = found.placed as Tower & Facts<Wanted>
    return isSame(placed, wanted) ? open(kernel, placed, found.end) : null
  }
  return {
    file: (...asked) => orWithoutMemory(file(...asked), { refused: 'memory' }),
    packed: (...asked) => orWithoutMemory(packed(...asked), null),
  }
}

/** What rows are rounded to by the kernels that come with this part, where that is wanted. */
export const ownPrecision = (wanted: OwnPrecision): OwnPrecision => precisionHere(kernelModules, wanted)

/** Opens vision towers on the kernels that come with this part. */
export const ownVisionTowers = createOpener<WantedTower, PlacedVision, OpenVisionTower>(
  placeVisionTower,
  openPlacedVision,
  (a, b) => a.edge === b.edge && a.heads === b.heads,
)

/** Opens text towers. */
export const ownTextTowers = createOpener<WantedText, PlacedText, OpenTextTower>(
  placeTextTower,
  openPlacedText,
  (a, b) => a.heads === b.heads,
)
