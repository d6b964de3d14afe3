import type { InferenceSession } from 'onnxruntime-web/wasm'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import type { Recipe } from '../../core/pixels/recipe'
import type { LoadRequest } from '../../protocol/inference-api'
import type { GraphContent } from '../ort/external-data'
import type { PicturePorts } from '../ort/graph-ports'
import type { OpenRuntime } from '../ort/open-runtime'
import { createPictureRun } from './picture-run'
import { splitRows } from './split-embeddings'

/** An open graph that takes pictures. */
export interface PictureGraph<Row> {
  /**
   * Gives a row for each picture, in order.
   * @param tensors normalised planes, `3 x height x width` each.
   * @param signal gives up between layers where our own kernels run it; ONNX Runtime cannot.
   */
  run(tensors: readonly Float32Array<ArrayBuffer>[], signal?: AbortSignal): Promise<Outcome<readonly Row[]>>
  /** Name of the output that rows are read from. */
  readonly output: string
  /** Gives its weights back; it cannot be run after that. */
  close(): Promise<void>
}

/** What a task makes of a graph. */
interface PictureOutput<Row> {
  readonly recipe: Recipe
  /** Fails where the graph is not one of the task's. */
  readonly portsOf: (session: InferenceSession) => Outcome<PicturePorts>
  /** As of `splitRows`. */
  readonly toRow: (values: Float32Array) => Row | null
}

/** Opens a graph that takes pictures on the device that was asked for. */
export const openPictureGraph = async <Row>(
  graph: GraphContent,
  { runtime: { device }, fault, gpuBatches }: LoadRequest,
  runtime: OpenRuntime,
  { recipe, portsOf, toRow }: PictureOutput<Row>,
): Promise<Outcome<PictureGraph<Row>>> => {
  const session = await runtime.openSession(graph, 'device')
  if (session.kind !== 'done') return session
  const ports = portsOf(session.value)
  if (ports.kind !== 'done') return ports
  const { batch, height, width } = ports.value
  const { fit } = recipe
  if ((height ?? fit.height) !== fit.height || (width ?? fit.width) !== fit.width)
    return failed({
      code: 'UNSUPPORTED_MODEL',
      detail: `its graph takes pictures of ${width ?? fit.width} x ${height ?? fit.height}, its files say ${fit.width} x ${fit.height}`,
    })
  const onGpu = device === 'webgpu'
  const run = createPictureRun(runtime.ort, session.value, ports.value, recipe, {
    batches: batch === null ? (onGpu ? gpuBatches : []) : [batch],
    lock: runtime.lock,
    fault: onGpu ? fault : null,
  })
  return done({
    output: ports.value.output,
    close: () => runtime.closeSession(session.value),
    run: async (tensors) => {
      const rows: Row[] = []
      const step = batch ?? Math.max(tensors.length, 1)
      for (let start = 0; start < tensors.length; start += step) {
        const part = tensors.slice(start, start + step)
        const split = splitRows(await run(part), part.length, toRow)
        if (split.kind !== 'done') return split
        rows.push(...split.value)
      }
      return done(rows)
    },
  })
}
