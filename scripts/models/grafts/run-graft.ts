import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import {
  type Graft,
  graftTower,
  PLACES_OUTPUT,
  withGraft,
} from '../../../src/core/model/onnx/graft/graft-tower.ts'

/** What a graph gives of a picture with and without its graft, `null` where it is refused. */
export interface GraftRun {
  readonly graft: Extract<Graft, { kind: 'grafted' }>
  /** Of every output that the graph has by itself, without and with the graft. */
  readonly plain: ReadonlyMap<string, Float32Array>
  readonly grown: ReadonlyMap<string, Float32Array>
  /** The vector of the whole picture that the graft gives, then each place's. */
  readonly rows: readonly Float32Array[]
}

/** The farthest that two lists of numbers are from each other. */
export const farthest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a, (value, i) => Math.abs(value - (b[i] ?? Number.NaN))).reduce(
    (most, one) => (one > most || Number.isNaN(one) ? one : most),
    0,
  )

/** Numbers as a picture might have them, the same each time. */
export const somePicture = (side: number): Float32Array =>
  Float32Array.from({ length: 3 * side * side }, (_, i) => Math.sin(i * 12.9898) * Math.cos(i / 300))

const floats = ({ data }: Tensor): Float32Array => {
  if (!(data instanceof Float32Array)) throw new TypeError('an output is not of 32 bits')
  return data
}

/** Opens a graph as Node runs it: by the WebAssembly that the app uses, on one thread. */
export const openSession = async (graph: Uint8Array): Promise<InferenceSession> => {
  env.wasm.numThreads = 1
  return InferenceSession.create(graph)
}

export const runPicture = async (
  session: InferenceSession,
  pixels: Float32Array,
  side: number,
): Promise<ReadonlyMap<string, Float32Array>> => {
  const [input = ''] = session.inputNames
  const results = await session.run({ [input]: new Tensor('float32', pixels, [1, 3, side, side]) })
  return new Map(Object.entries(results).map(([name, tensor]) => [name, floats(tensor)]))
}

/** Grafts a graph and runs it on a picture, beside the graph as it is. */
export const runGraft = async (graph: Uint8Array, output: string, side: number): Promise<GraftRun> => {
  const graft = graftTower(graph, output)
  if (graft.kind === 'refused') throw new Error(`${graft.code}: ${graft.detail}`)
  const pixels = somePicture(side)
  const runs: ReadonlyMap<string, Float32Array>[] = []
  for (const bytes of [graph, withGraft(graph, graft.addition)]) {
    const session = await openSession(bytes)
    runs.push(await runPicture(session, pixels, side))
    await session.release()
  }
  const [plain = new Map<string, Float32Array>(), grown = new Map<string, Float32Array>()] = runs
  const places = grown.get(PLACES_OUTPUT) ?? new Float32Array()
  const length = plain.get(output)?.length ?? 1
  return {
    ...{ graft, plain, grown },
    rows: Array.from({ length: places.length / length }, (_, i) =>
      places.subarray(i * length, (i + 1) * length),
    ),
  }
}
