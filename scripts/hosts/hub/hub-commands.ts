import type { BrowserCommand } from 'vitest/node'
import { generatedBytes } from '../../../src/testing/store/generated-bytes.ts'
import type { HubFault } from '../../../src/testing/store/hub-fault.ts'
import type { HubContent, HubRequestSeen, HubSetup } from '../../../src/testing/store/model-hub.ts'
import { startHubServer, type HubServer } from '../hub-server.ts'
import { serveFiles } from './serve-folder.ts'
import { serveRepository } from './serve-repository.ts'

const toFiles = (contents: Readonly<Record<string, HubContent>>): ReadonlyMap<string, string | Uint8Array> =>
  new Map(
    Object.entries(contents).map(([path, content]) => [
      path,
      typeof content === 'string' ? content : generatedBytes(content.seed, content.length),
    ]),
  )

/** What tests in a browser may ask of Node: hubs of their own, each known by its origin. */
export const createHubCommands = () => {
  const hubs = new Map<string, HubServer>()
  const find = (origin: string): HubServer => {
    const hub = hubs.get(origin)
    if (!hub) throw new Error(`No hub listens on ${origin}.`)
    return hub
  }
  const openHub: BrowserCommand<[HubSetup]> = async (_context, { models, folders }) => {
    const hub = await startHubServer([
      ...Object.entries(models).map(([id, files]) => serveRepository(id, toFiles(files))),
      ...Object.entries(folders).map(([name, files]) => serveFiles(name, toFiles(files))),
    ])
    hubs.set(hub.origin, hub)
    return { origin: hub.origin, contentOrigin: hub.contentOrigin }
  }
  const setHubFaults: BrowserCommand<[string, readonly HubFault[]]> = (_context, origin, faults) => {
    find(origin).setFaults(faults)
  }
  const readHubRequests: BrowserCommand<[string]> = (_context, origin): readonly HubRequestSeen[] =>
    find(origin).requests
  const closeHub: BrowserCommand<[string]> = async (_context, origin) => {
    await find(origin).close()
    hubs.delete(origin)
  }
  return { openHub, setHubFaults, readHubRequests, closeHub }
}
