import { commands } from 'vitest/browser'
import type { HubFault } from './hub-fault'

/** A file of a test's model: text, or so many bytes made from a seed. */
export type HubContent = string | { readonly seed: number; readonly length: number }

/** What a hub is to have. */
export interface HubSetup {
  /** Models in the hub's layout, by id and path. */
  readonly models: Readonly<Record<string, Readonly<Record<string, HubContent>>>>
  /** Folders of a plain host, which lists nothing, by first part of the path. */
  readonly folders: Readonly<Record<string, Readonly<Record<string, HubContent>>>>
}

/** A request that the hub has answered. */
export interface HubRequestSeen {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly host: 'hub' | 'content'
  readonly range: string
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    openHub(setup: HubSetup): Promise<{ readonly origin: string; readonly contentOrigin: string }>
    setHubFaults(origin: string, faults: readonly HubFault[]): Promise<void>
    readHubRequests(origin: string): Promise<readonly HubRequestSeen[]>
    closeHub(origin: string): Promise<void>
  }
}

/** A hub of a test's own, in Node beside the browser. */
export interface ModelHub {
  readonly origin: string
  setFaults(faults: readonly HubFault[]): Promise<void>
  /** Every request so far, oldest first. */
  requests(): Promise<readonly HubRequestSeen[]>
  close(): Promise<void>
}

/** Opens a hub. The caller closes it. */
export const openModelHub = async (setup: Partial<HubSetup>): Promise<ModelHub> => {
  const { origin } = await commands.openHub({ models: {}, folders: {}, ...setup })
  return {
    origin,
    setFaults: (faults) => commands.setHubFaults(origin, faults),
    requests: () => commands.readHubRequests(origin),
    close: () => commands.closeHub(origin),
  }
}
