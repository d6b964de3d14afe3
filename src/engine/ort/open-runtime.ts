import type { InferenceSession } from 'onnxruntime-web/wasm'
import { type EngineTask, nameTask, type TaglensError } from '../../core/errors/taglens-error'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { wantedPrecision } from '../../core/runtime/executor'
import type { Runtime } from '../../core/runtime/runtime'
import type { LoadRequest } from '../../protocol/inference-api'
import type { GraphContent } from './external-data'
import { largestInitializer } from './largest-initializer'
import { lacksBinary, loadOrt, type Ort } from './load-ort'
import { createRunLock, type RunLock } from './run-lock'

/** A graphics device of our own, so that its loss is seen and a new session never inherits a dead one. */
export interface Gpu {
  readonly device: GPUDevice
  /** Bytes of the largest tensor that fits, at most. */
  readonly largestTensor: number
  /** Why the device went away, once it has. */
  lossReason(): string | null
  close(): void
}

/** Buffers as large as the adapter allows: a tower's biggest tensor is over the 128 MB that a device has by default. */
const LIMITS = ['maxBufferSize', 'maxStorageBufferBindingSize'] as const

/**
 * Opens the high-performance adapter.
 * @param allowFallback accepts a software adapter, which only tests want.
 */
const openGpu = async (allowFallback: boolean): Promise<Outcome<Gpu>> => {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' })
  if (!adapter) return failed({ code: 'GPU_LOST', detail: 'no adapter' })
  if (adapter.info.isFallbackAdapter && !allowFallback)
    return failed({ code: 'GPU_LOST', detail: 'only a software adapter' })
  const requiredFeatures = [...adapter.features].filter((feature): feature is GPUFeatureName =>
    ['shader-f16', 'subgroups'].includes(feature),
  )
  const requiredLimits = Object.fromEntries(LIMITS.map((limit) => [limit, adapter.limits[limit]]))
  const device = await adapter.requestDevice({ requiredFeatures, requiredLimits })
  let reason: string | null = null
  void device.lost.then((info) => {
    reason = info.message || info.reason
  })
  return done({
    device,
    largestTensor: Math.min(...LIMITS.map((limit) => device.limits[limit])),
    lossReason: () => reason,
    close: () => {
      device.destroy()
    },
  })
}

/** ONNX Runtime with the device that was asked for, and every session opened on it. */
export interface OpenRuntime {
  /** Loaded with the first session where our own kernels are asked for; nothing needs it before. */
  readonly ort: Ort
  /** Held around every run on the device. */
  readonly lock: RunLock
  /** `device` is the graphics card where there is one; `cpu` is WASM in either case. */
  openSession(graph: GraphContent, on: 'device' | 'cpu'): Promise<Outcome<InferenceSession>>
  /** Gives the weights of a session back that is not needed any longer. */
  closeSession(session: InferenceSession): Promise<void>
  /** What an exception of a run means, with what was being done. */
  toError(error: unknown, doing: EngineTask): TaglensError
  /** Whether the graphics device has gone away, so that what it answered last is worth nothing. */
  isLost(): boolean
  /** Destroys the graphics device, if there is one. */
  loseDevice(): void
  /** Closes sessions and device. */
  close(): Promise<void>
}

/** A refusal of memory has no type of its own in any browser; these are the words that they use. */
const OUT_OF_MEMORY =
  /out of memory|allocation failed|bad_alloc|cannot enlarge memory|array buffer allocation/i

/** Of a first session whose runtime did not start, whatever the model is. */
const NO_BACKEND = 'no available backend found'

/** What its words mean where a graph does not open, as far as that is known. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/protobuf parsing failed|No graph was found|ModelProto does not have a graph/i, 'it is no ONNX graph'],
  [
    /external data file|external initializer|ExternalData/i,
    'the weights beside it are not those that it names',
  ],
]

/** The runtime's own words without the places in its source that it puts before them. */
const plainReason = (detail: string): string =>
  MEANINGS.find(([words]) => words.test(detail))?.[1] ??
  detail
    .replace(/\/?[\w./-]*onnxruntime[\w./-]*\.(?:cc|h):\d+\s*/g, '')
    .replace(/^.*ERROR_MESSAGE:\s*"?/s, '')

/**
 * Opens the runtime of a request; nothing is compiled before the first session.
 * @param load another way to the library, for what runs outside a browser.
 */
export const openRuntime = async (
  { runtime, allowFallbackAdapter, executor }: LoadRequest,
  load: (runtime: Runtime) => Promise<Outcome<Ort>> = loadOrt,
): Promise<Outcome<OpenRuntime>> => {
  const gpuOutcome = runtime.device === 'webgpu' ? await openGpu(allowFallbackAdapter) : done(null)
  if (gpuOutcome.kind !== 'done') return gpuOutcome
  const gpu = gpuOutcome.value
  let library: Ort | null = null
  const obtainLibrary = async (): Promise<Outcome<Ort>> => {
    if (library) return done(library)
    const loaded = await load(runtime)
    if (loaded.kind === 'done') library = loaded.value
    return loaded
  }
  // Our own kernels may do without it.
  const atOnce = wantedPrecision(executor) !== null ? done(null) : await obtainLibrary()
  if (atOnce.kind !== 'done') {
    gpu?.close()
    return atOnce
  }
  const sessions: InferenceSession[] = []

  const toError = (error: unknown, doing: EngineTask): TaglensError => {
    const detail = error instanceof Error ? error.message : String(error)
    const lost = gpu?.lossReason() ?? null
    if (lost !== null) return { code: 'GPU_LOST', detail: lost }
    if (error instanceof RangeError || OUT_OF_MEMORY.test(detail)) return { code: 'OUT_OF_MEMORY', doing }
    // An exception may come before the news that the device is gone; either way another device may do it.
    const code = gpu ? 'GPU_LOST' : 'UNEXPECTED'
    return { code, detail: `${nameTask(doing)}: ${detail}` }
  }

  return done({
    get ort() {
      if (!library) throw new Error('ONNX Runtime is asked for before there is a session')
      return library
    },
    lock: createRunLock(),
    toError,
    openSession: async ({ path, bytes, data }, on) => {
      const largest = gpu && on === 'device' ? largestInitializer(bytes) : 0
      if (gpu && largest > gpu.largestTensor)
        return failed({
          code: 'GPU_LOST',
          detail: `a weight of the model has ${largest} bytes, the graphics card takes ${gpu.largestTensor}`,
        })
      const ort = await obtainLibrary()
      if (ort.kind !== 'done') return ort
      try {
        const session = await ort.value.InferenceSession.create(bytes, {
          executionProviders: gpu && on === 'device' ? [{ name: 'webgpu', device: gpu.device }] : ['wasm'],
          ...(data.length > 0 && { externalData: data }),
        })
        sessions.push(session)
        return done(session)
      } catch (error) {
        if (String(error).includes(NO_BACKEND) && (await lacksBinary(runtime)))
          return failed({ code: 'PART_NOT_LOADED', detail: String(error) })
        const meant = toError(error, 'opening the model')
        // What is neither memory nor the device is the file.
        return failed(
          meant.code === 'UNEXPECTED'
            ? { code: 'MODEL_CORRUPT', file: path, detail: plainReason(meant.detail) }
            : meant,
        )
      }
    },
    closeSession: async (session) => {
      const at = sessions.indexOf(session)
      if (at >= 0) sessions.splice(at, 1)
      await session.release()
    },
    isLost: () => (gpu?.lossReason() ?? null) !== null,
    loseDevice: () => {
      gpu?.close()
    },
    close: async () => {
      for (const session of sessions.splice(0)) await session.release()
      gpu?.close()
    },
  })
}
