import type { Capabilities, GpuCapability } from '../../core/runtime/capabilities'
import type { Bytes } from '../../core/brands'
import type { DeviceFacts } from '../../core/site/diagnostics'
import { serviceWorkers, storageManager } from './secure-parts'

/** An iPad asks for desktop sites and says it is a Mac; no Mac has a touch screen. */
export const isIos = ({ userAgent, maxTouchPoints }: Navigator): boolean =>
  /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)

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
  // Chromium's alone, and unknown to TypeScript's library.
  savesData: (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true,
  gpu: withGpu ? await probeGpu() : { kind: 'none' },
})

const toBytes = (size: number | undefined): Bytes | null => (size === undefined ? null : (size as Bytes))

/** Looks at the browser and machine for a report of a problem. */
export const probeDevice = async (): Promise<DeviceFacts> => {
  const estimate = await storageManager()
    ?.estimate()
    .catch(() => undefined)
  const workers = serviceWorkers()
  return {
    userAgent: navigator.userAgent,
    capabilities: await probeCapabilities(true),
    serviceWorker: workers ? (workers.controller ? 'active' : 'not in use') : 'not offered',
    storageUsed: toBytes(estimate?.usage),
    storageQuota: toBytes(estimate?.quota),
  }
}
