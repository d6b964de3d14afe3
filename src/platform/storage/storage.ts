import type { Bytes } from '../../core/brands'

/** What this site may keep on this device. */
export interface StorageFacts {
  /** Whether the browser has promised not to clear it by itself when space runs short. */
  readonly persisted: boolean
  /** Bytes in use by this site; `null` where the browser does not say. */
  readonly usage: Bytes | null
  /** Bytes that it may use in all; `null` where the browser does not say. */
  readonly quota: Bytes | null
}

/** The browser's promises about storage. */
export interface SiteStorage {
  facts(): Promise<StorageFacts>
  /** Asks the browser to keep what is stored. It decides, and some ask the person. Resolves to the answer. */
  persist(): Promise<boolean>
}

/** The browser's own, absent on insecure origins. Nothing rejects: where it is refused, nothing is promised. */
export const createSiteStorage = (manager: StorageManager | undefined): SiteStorage => ({
  facts: async () => {
    try {
      const [persisted, estimate] = await Promise.all([manager?.persisted(), manager?.estimate()])
      return {
        persisted: persisted ?? false,
        usage: (estimate?.usage ?? null) as Bytes | null,
        quota: (estimate?.quota ?? null) as Bytes | null,
      }
    } catch {
      return { persisted: false, usage: null, quota: null }
    }
  },
  persist: async () => {
    try {
      return (await manager?.persist()) ?? false
    } catch {
      return false
    }
  },
})
