import type { InferenceSession } from 'onnxruntime-web/wasm'
import { done, type Outcome } from '../../core/errors/outcome'
import type { Recipe } from '../../core/pixels/recipe'
import type { LoadRequest } from '../../protocol/inference-api'
import type { PicturePorts } from '../ort/graph-ports'
import type { OpenRuntime } from '../ort/open-runtime'
import { createPictureRun } from './picture-run'
import { splitRows } from './split-embeddings'

/**
 * An open graph that takes pictures: gives a row for each, in order.
 * @param tensors normalised planes, `3 x height x width` each.
 */
export type PictureGraph<Row> = (
  tensors: readonly Float32Array<ArrayBuffer>[],
) => Promise<Outcome<readonly Row[]>>

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
  bytes: Uint8Array<ArrayBuffer>,
  { runtime: { device }, fault, gpuBatches }: LoadRequest,
  runtime: OpenRuntime,
  { recipe, portsOf, toRow }: PictureOutput<Row>,
): Promise<Outcome<PictureGraph<Row>>> => {
  const session = await runtime.openSession(bytes, 'device')
  if (session.kind !== 'done') return session
  const ports = portsOf(session.value)
  if (ports.kind !== 'done') return ports
  const onGpu = device === 'webgpu'
  const run = createPictureRun(runtime.ort, session.value, ports.value, recipe, {
    batches: onGpu ? gpuBatches : [],
    lock: runtime.lock,
    fault: onGpu ? fault : null,
  })
  return done(async (tensors) =>
    tensors.length === 0 ? done([]) : splitRows(await run(tensors), tensors.length, toRow),
  )
}
