import { done, failed, type Outcome } from '../../core/errors/outcome'

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
export const openGpu = async (allowFallback: boolean): Promise<Outcome<Gpu>> => {
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
