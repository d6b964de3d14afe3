import type { InferenceSession } from 'onnxruntime-web/wasm'
import { done, failed, type Outcome } from '../../core/outcome'
import type { TaglensError } from '../../core/taglens-error'
import type { LoadRequest } from '../../protocol/inference-api'
import { loadOrt, type Ort } from '../ort/load-ort'
import { openGpu, type Gpu } from '../ort/open-gpu'
import { createRunLock, type RunLock } from '../ort/run-lock'

/** Both towers' sessions and what they stand on. */
export interface Sessions {
  readonly ort: Ort
  readonly vision: InferenceSession
  readonly text: InferenceSession
  /** `null` on WASM. */
  readonly gpu: Gpu | null
  /** Held around every run of the vision session. */
  readonly lock: RunLock
  close(): Promise<void>
}

/** A refusal of memory has no type of its own in any engine; these are the words that they use. */
const OUT_OF_MEMORY =
  /out of memory|allocation failed|bad_alloc|cannot enlarge memory|array buffer allocation/i

/** What an exception of ONNX Runtime means. */
export const toRuntimeError = (error: unknown, doing: string, gpu: Gpu | null): TaglensError => {
  const detail = error instanceof Error ? error.message : String(error)
  const lost = gpu?.lossReason()
  if (lost !== null && lost !== undefined) return { code: 'GPU_LOST', detail: lost }
  if (error instanceof RangeError || OUT_OF_MEMORY.test(detail)) return { code: 'OUT_OF_MEMORY', doing }
  return { code: 'UNEXPECTED', detail: `${doing}: ${detail}` }
}

/** Opens both graphs, the vision tower on the device that was asked for and the text tower on WASM. */
export const openSessions = async (
  { runtime, allowFallbackAdapter }: LoadRequest,
  visionGraph: Uint8Array,
  textGraph: Uint8Array,
): Promise<Outcome<Sessions>> => {
  const opened = runtime.device === 'webgpu' ? await openGpu(allowFallbackAdapter) : done(null)
  if (opened.kind !== 'done') return opened
  const gpu = opened.value
  const open: InferenceSession[] = []
  const closeAll = async () => {
    for (const session of open) await session.release()
    gpu?.close()
  }
  try {
    const ort = await loadOrt(runtime)
    const vision = await ort.InferenceSession.create(visionGraph, {
      executionProviders: gpu ? [{ name: 'webgpu', device: gpu.device }] : ['wasm'],
    })
    open.push(vision)
    const text = await ort.InferenceSession.create(textGraph, { executionProviders: ['wasm'] })
    open.push(text)
    return done({ ort, vision, text, gpu, lock: createRunLock(), close: closeAll })
  } catch (error) {
    await closeAll()
    const runtimeError = toRuntimeError(error, 'opening the model', gpu)
    return failed(
      runtimeError.code === 'UNEXPECTED'
        ? { code: 'MODEL_CORRUPT', file: 'onnx', detail: runtimeError.detail }
        : runtimeError,
    )
  }
}
