import { createReadStream, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  decideRetry,
  DOWNLOAD_LIMITS,
  type DownloadLimits,
  parseRetryAfter,
} from '../../src/core/model/download/retry.ts'
import {
  fileAddress,
  nextPage,
  parseHubRevision,
  parseHubTree,
  revisionAddress,
  treeAddress,
} from '../../src/core/model/hub/hub-tree.ts'
import { layOutListing, layOutModel } from '../../src/core/model/files/lay-out-model.ts'
import type { ModelSource } from '../../src/core/model/model-source.ts'
import type { ListedFile } from '../../src/core/model/stored/stored-model.ts'

/** Where `models:fetch` takes a model from. */
export interface ModelOrigin {
  readonly source: ModelSource
  /** The commit; empty where files have none. */
  readonly revision: string
  readonly files: readonly ListedFile[]
  /** Reads a file from its beginning. May be called again after it failed. */
  read(file: ListedFile): AsyncIterable<Uint8Array>
}

/** Asks as patiently as the app does, and says what the host said where that is not enough. */
const ask = async (url: string, limits: DownloadLimits): Promise<Response> => {
  for (let attempts = 1; ; attempts++) {
    const response = await fetch(url, { signal: AbortSignal.timeout(limits.stall * 90) }).catch(() => null)
    if (response?.ok && !response.headers.get('content-type')?.includes('text/html')) return response
    const status = response?.status ?? 0
    const redirected = response?.redirected ?? false
    const retryAfter = parseRetryAfter(response?.headers.get('retry-after') ?? null, Date.now())
    const fault =
      status === 0
        ? ({ kind: 'dropped' } as const)
        : ({ kind: 'refused', status, retryAfter, redirected } as const)
    const decision = decideRetry(fault, attempts, limits, Math.random())
    if (decision.kind === 'give-up') {
      const answer = status === 0 ? 'cannot be reached' : `answered ${status}, not a model file`
      throw new Error(`${url} ${answer}.`)
    }
    await new Promise((resolve) => setTimeout(resolve, decision.delay))
  }
}

/** A model on a hub, at the commit that its revision stands for now. */
export const openHub = async (
  source: Extract<ModelSource, { readonly kind: 'hub' }>,
  limits: DownloadLimits = DOWNLOAD_LIMITS,
): Promise<ModelOrigin> => {
  const { host, id } = source
  const about = await ask(revisionAddress(host, id, source.revision), limits)
  const revision = parseHubRevision(await about.json())
  if (revision === null) throw new Error(`${host} does not say which commit ${source.revision} of ${id} is.`)
  const files: ListedFile[] = []
  let page: string | null = treeAddress(host, id, revision)
  while (page !== null) {
    const answer: Response = await ask(page, limits)
    files.push(...(parseHubTree(await answer.json()) ?? []))
    const next = nextPage(answer.headers.get('link'))
    const following: URL | null = next === null ? null : new URL(next, page)
    if (following && following.origin !== new URL(page).origin)
      throw new Error(`The listing of ${id} goes on at another host: ${following.href}`)
    page = following?.href ?? null
  }
  const laidOut = layOutListing(files)
  if (laidOut.kind !== 'done') throw new Error(`${id} has several models side by side.`)
  return {
    source,
    revision,
    files: laidOut.value,
    read: async function* (file) {
      const { body } = await ask(fileAddress(source, revision, file), limits)
      // Node's own type of stream and the web's differ by name alone.
      if (body) yield* body as unknown as AsyncIterable<Uint8Array>
    },
  }
}

/** A model in a folder, wherever in it its `config.json` is. */
export const openFolder = (id: string, folder: string): ModelOrigin => {
  const brought = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(path.join(folder, name)).isFile())
  const laidOut = layOutModel(brought)
  if ('kind' in laidOut) throw new Error(`${folder} is no whole model: ${laidOut.path} (${laidOut.kind}).`)
  const { broughtPathByPath } = laidOut
  return {
    source: { kind: 'disk', id },
    revision: '',
    files: [...broughtPathByPath.keys()].map((name) => ({ path: name, size: null, hash: null })),
    read: (file) => createReadStream(path.join(folder, broughtPathByPath.get(file.path) ?? '')),
  }
}
