import type { InferenceSession } from 'onnxruntime-web/wasm'
import type { Outcome } from '../../core/errors/outcome'
import type { LoadRequest } from '../../protocol/inference-api'
import type { OpenRuntime } from '../ort/open-runtime'
import type { PictureRunOptions } from './picture-run'

/**
 * Opens a graph that takes pictures on the device that was asked for.
 * @param create makes the vision tower or the classifier over the session.
 */
export const openPictureGraph = async <T>(
  bytes: Uint8Array<ArrayBuffer>,
  { runtime: { device }, fault }: LoadRequest,
  runtime: OpenRuntime,
  create: (session: InferenceSession, options: PictureRunOptions) => Outcome<T>,
): Promise<Outcome<T>> => {
  const session = await runtime.openSession(bytes, 'device')
  if (session.kind !== 'done') return session
  const onGpu = device === 'webgpu'
  return create(session.value, { padded: onGpu, lock: runtime.lock, fault: onGpu ? fault : null })
}
