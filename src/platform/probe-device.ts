import type { Bytes } from '../core/brands'
import type { DeviceFacts } from '../core/site/diagnostics'
import { probeCapabilities } from './probe-capabilities'

const toBytes = (size: number | undefined): Bytes | null => (size === undefined ? null : (size as Bytes))

/** Looks at the browser and machine for a report of a problem. */
export const probeDevice = async (): Promise<DeviceFacts> => {
  // Absent on insecure origins, whatever the types say.
  const { storage, serviceWorker } = navigator as Partial<Pick<Navigator, 'storage' | 'serviceWorker'>>
  const estimate = await storage?.estimate().catch(() => undefined)
  return {
    userAgent: navigator.userAgent,
    capabilities: await probeCapabilities(true),
    serviceWorker: serviceWorker ? (serviceWorker.controller ? 'active' : 'not in use') : 'not offered',
    storageUsed: toBytes(estimate?.usage),
    storageQuota: toBytes(estimate?.quota),
  }
}
