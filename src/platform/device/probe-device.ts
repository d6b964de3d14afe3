import type { Bytes } from '../../core/brands'
import type { DeviceFacts } from '../../core/site/diagnostics'
import { probeCapabilities } from './probe-capabilities'
import { serviceWorkers, storageManager } from './secure-parts'

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
