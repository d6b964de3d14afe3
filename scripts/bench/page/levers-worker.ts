import { expose } from 'comlink'
import * as ort from 'onnxruntime-web/jspi'
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url'
import { median } from '../statistics'
import type { Lever, LeverTime } from './page-result'

/** `STORAGE | COPY_SRC | COPY_DST` of WebGPU's `GPUBufferUsage`, which TypeScript 6 does not declare for workers. */
const USAGE = 0x80 | 0x04 | 0x08
/** Spent on the runs of one size. */
const BUDGET = 700
const MOST_RUNS = 60

/** A device with the card's own limits, as the app asks for it. */
const openDevice = async (): Promise<GPUDevice> => {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' })
  if (!adapter) throw new Error('no adapter')
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits
  return adapter.requestDevice({
    requiredFeatures: (['shader-f16', 'subgroups'] as const).filter((name) => adapter.features.has(name)),
    requiredLimits: { maxBufferSize, maxStorageBufferBindingSize },
  })
}

/** One session under one lever at one size of a run; a session that captures its graph can have no other size. */
const measure = async (
  graph: Uint8Array,
  device: GPUDevice,
  lever: Lever,
  batch: number,
): Promise<LeverTime> => {
  const onCard = lever === 'graph capture'
  const session = await ort.InferenceSession.create(graph, {
    executionProviders: [{ name: 'webgpu', device }],
    ...(lever === 'output on the card' || onCard ? { preferredOutputLocation: 'gpu-buffer' as const } : {}),
    ...(onCard ? { enableGraphCapture: true } : {}),
    ...(onCard ? { freeDimensionOverrides: { b: batch } } : {}),
  })
  const input = session.inputNames[0] ?? ''
  const [metadata] = session.inputMetadata
  if (!metadata?.isTensor) throw new Error('its input is no tensor')
  const type = metadata.type === 'float16' ? 'float16' : 'float32'
  const isHalf = type === 'float16'
  const dims = [batch, ...metadata.shape.slice(1).map(Number)]
  const floats = Float32Array.from({ length: dims.reduce((a, b) => a * b) }, (_, i) => Math.sin(i))
  // Of half precision only the bits matter here: 0x3800 is 0.5.
  const values = isHalf ? new Uint16Array(floats.length).fill(0x3800) : floats
  const uploads = lever === 'input on the card' || onCard
  const buffer = uploads
    ? device.createBuffer({
        size: values.byteLength,
        usage: USAGE,
      })
    : null
  const run = async () => {
    if (buffer) device.queue.writeBuffer(buffer, 0, values)
    const tensor = buffer
      ? ort.Tensor.fromGpuBuffer(buffer, { dataType: type, dims })
      : new ort.Tensor(type, values as Float32Array, dims)
    const results = await session.run({ [input]: tensor })
    const [output] = Object.values(results)
    if (output?.location === 'gpu-buffer') await output.getData(!onCard)
  }
  try {
    const firstAt = performance.now()
    await run()
    const first = performance.now() - firstAt
    const samples: number[] = []
    const startedAt = performance.now()
    do {
      const runAt = performance.now()
      await run()
      samples.push(performance.now() - runAt)
    } while (performance.now() - startedAt < BUDGET && samples.length < MOST_RUNS)
    return { kind: 'measured', first, run: median(samples), runs: samples.length }
  } finally {
    await session.release()
    buffer?.destroy()
  }
}

/** Measures ONNX Runtime alone, without the app, under what it offers for a graphics card. */
const levers = {
  /** @returns how long a run takes, or the words of the error that it ends in. */
  measure: async (graphUrl: string, lever: Lever, batch: number): Promise<LeverTime> => {
    ort.env.wasm.wasmPaths = { wasm: new URL(wasm, import.meta.url).href }
    ort.env.logLevel = 'error'
    try {
      const response = await fetch(graphUrl)
      if (!response.ok) return { kind: 'failed', detail: `${response.status}` }
      const device = await openDevice()
      try {
        return await measure(new Uint8Array(await response.arrayBuffer()), device, lever, batch)
      } finally {
        device.destroy()
      }
    } catch (error) {
      return { kind: 'failed', detail: String(error).slice(0, 300) }
    }
  },
}

/** What {@link levers} offers to the page. */
export type Levers = typeof levers

expose(levers)
