import type { Capabilities, GpuCapability } from '../../core/runtime/capabilities'
import { isIos } from './is-ios'

const probeGpu = async (): Promise<GpuCapability> => {
  // Absent in browsers without WebGPU and on insecure origins, whatever the types say.
  const gpu = (navigator as { gpu?: GPU }).gpu
  try {
    const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' })
    if (!adapter) return { kind: 'none' }
    const { vendor, architecture, isFallbackAdapter } = adapter.info
    const name = [vendor, architecture].filter(Boolean).join(' ')
    return isFallbackAdapter
      ? { kind: 'fallback', adapter: name }
      : { kind: 'hardware', adapter: name, shaderF16: adapter.features.has('shader-f16') }
  } catch {
    // Some drivers answer the question itself with an exception; they are no better than none.
    return { kind: 'none' }
  }
}

/**
 * Looks at what this browser on this machine can do.
 * @param withGpu asks for the graphics card too, which takes up to a second where its driver sleeps.
 */
export const probeCapabilities = async (withGpu: boolean): Promise<Capabilities> => ({
  cores: Math.max(1, navigator.hardwareConcurrency),
  memoryGigabytes: (navigator as { deviceMemory?: number }).deviceMemory ?? null,
  isolated: crossOriginIsolated,
  jspi: 'Suspending' in WebAssembly,
  ios: isIos(navigator),
  gpu: withGpu ? await probeGpu() : { kind: 'none' },
})
