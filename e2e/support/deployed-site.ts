import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileIntegrity, fileRevision } from '../../scripts/build/file-revision.ts'
import { createStaticServer } from '../../scripts/hosts/static-server.ts'

/** What a host may have under the app's address. `B` differs from `A` in the name of every script, and in its title. */
export type Deployment = 'A' | 'B' | 'kill switch'

/** The built app on a host like GitHub Pages, where other versions of it can be deployed. */
export interface DeployedSite {
  /** Address of the app, under a path of its own. */
  readonly url: string
  deploy(deployment: Deployment): Promise<void>
  /** Lets the host redirect a path under the app's address. */
  redirect(path: string, to: string): void
  close(): Promise<void>
}

const DIST = path.join(import.meta.dirname, '../../dist')
const BASE = '/taglens/'

/** The next version's name of a hashed file. */
const nextName = (file: string): string => file.replace(/.(?=\.\w+$)/, (last) => (last === '2' ? '3' : '2'))

/** Writes a build in which every script has changed: as far as a browser can tell, a new version. */
const writeNextVersion = async (folder: string): Promise<void> => {
  const assets = await readdir(path.join(DIST, 'assets'))
  const scripts = assets.filter((file) => file.endsWith('.js'))
  const rename = (text: string) =>
    scripts.reduce((renamed, script) => renamed.replaceAll(script, nextName(script)), text)
  const read = (file: string) => readFile(path.join(DIST, file), 'utf8')

  await mkdir(path.join(folder, 'assets'), { recursive: true })
  const changed: [string, string][] = []
  for (const file of assets) {
    if (scripts.includes(file)) {
      const script = await read(`assets/${file}`)
      changed.push([script, rename(script)])
      await writeFile(path.join(folder, 'assets', nextName(file)), rename(script))
    } else await symlink(path.join(DIST, 'assets', file), path.join(folder, 'assets', file))
  }
  const page = await read('index.html')
  const nextPage = rename(page).replace('<title>Taglens', '<title>Taglens B')
  changed.push([page, nextPage])
  let worker = rename(await read('service-worker.js')).replace(fileRevision(page), fileRevision(nextPage))
  for (const [before, after] of changed) worker = worker.replace(fileIntegrity(before), fileIntegrity(after))
  await writeFile(path.join(folder, 'index.html'), nextPage)
  await writeFile(path.join(folder, 'service-worker.js'), worker)
  for (const file of await readdir(DIST))
    if (!['assets', 'index.html', 'service-worker.js'].includes(file))
      await symlink(path.join(DIST, file), path.join(folder, file))
}

/** A host on which the service worker has been switched off as docs/hosting.md says. */
const writeKillSwitch = async (folder: string): Promise<void> => {
  await mkdir(folder)
  for (const file of await readdir(DIST))
    if (file !== 'service-worker.js') await symlink(path.join(DIST, file), path.join(folder, file))
  await symlink(path.join(DIST, 'kill-switch.js'), path.join(folder, 'service-worker.js'))
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      resolve((server.address() as AddressInfo).port)
    })
  })

/**
 * Starts a host with version `A` of the app.
 * @param kind as GitHub Pages, or as a host that sends the headers of docs/hosting.md.
 */
export const startDeployedSite = async (kind: 'pages' | 'isolated' = 'pages'): Promise<DeployedSite> => {
  const temporary = await mkdtemp(path.join(tmpdir(), 'deployed-'))
  const folders: Readonly<Record<Deployment, string>> = {
    A: DIST,
    B: path.join(temporary, 'b'),
    'kill switch': path.join(temporary, 'off'),
  }
  const write: Readonly<Record<Deployment, (into: string) => Promise<void>>> = {
    A: () => Promise.resolve(),
    B: writeNextVersion,
    'kill switch': writeKillSwitch,
  }
  let folder = folders.A
  const redirects = new Map<string, string>()
  const server = createStaticServer({
    // Asked for at each request.
    get folder() {
      return folder
    },
    base: BASE,
    kind,
    redirects,
  })
  const port = await listen(server)
  return {
    url: `http://localhost:${port}${BASE}`,
    deploy: async (deployment) => {
      if (!existsSync(folders[deployment])) await write[deployment](folders[deployment])
      folder = folders[deployment]
    },
    redirect: (file, to) => {
      redirects.set(BASE + file, to)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      // A test may have stopped it already, to take the network away.
      await rm(temporary, { recursive: true, force: true })
    },
  }
}
