import { createModelFileFinder } from '../../client/models/find-model-files'
import type { ModelFileStore } from '../../client/models/model-store'
import type { Bytes } from '../../core/brands'
import { DESCRIPTION_FILES } from '../../core/model/files/model-files'
import { textVectorsPath, towerPath } from '../../core/model/files/tower-path'
import { sourceKey, type RemoteSource } from '../../core/model/model-source'
import type { ListedFile, StoredModel } from '../../core/model/stored/stored-model'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import type { Dtype, Runtime } from '../../core/runtime/runtime'
import type { ObtainedModel, ObtainRequest } from '../../protocol/store-api'

/** A model of a hub. */
export const hub: RemoteSource = {
  kind: 'hub',
  host: 'https://hub.example',
  id: 'owner/model',
  revision: 'main',
}
export const cpu: Runtime = {
  device: 'wasm',
  build: 'wasm',
  threads: 2,
  dtypes: ['q8', 'fp16', 'fp32'],
  textDtypes: ['q8', 'fp16', 'fp32'],
}
const SIZE = 10 as Bytes

const filesOf = (...dtypes: Dtype[]): ListedFile[] =>
  [
    ...DESCRIPTION_FILES,
    ...dtypes.flatMap((dtype) => [towerPath('vision', dtype), towerPath('text', dtype)]),
  ].map((path) => ({ path, size: SIZE, hash: null }))

const toModel = (files: readonly ListedFile[], kept = true): ObtainedModel => ({
  revision: 'c0ffee',
  kept,
  checkDue: false,
  blobs: new Map(files.map(({ path, size }) => [path, new Blob(['.'.repeat(size ?? 0)])])),
})

interface Setup {
  /** What the host has; `null` for one that does not answer. */
  readonly offered?: readonly Dtype[] | null
  readonly stored?: readonly Dtype[]
  readonly room?: boolean
  /** Precision whose text tower has vectors. */
  readonly vectors?: Dtype
  /** Whether the store ends with what is enough first. */
  readonly obtainsFirst?: boolean
  readonly savesData?: boolean
  /** The host's, where it is another than the one that is stored. */
  readonly commit?: string
}

/** A finder over a store that keeps what it obtains, and over a host that has `offered`; each file has ten bytes. */
export const setupFinder = ({
  offered = null,
  stored = [],
  room = true,
  vectors,
  obtainsFirst = false,
  commit = 'c0ffee',
  savesData = false,
}: Setup) => {
  let files = stored.length > 0 ? filesOf(...stored) : []
  const obtained: ObtainRequest[] = []
  const asked: (readonly Dtype[])[] = []
  const store: ModelFileStore = {
    list: () => {
      const model: StoredModel = {
        key: sourceKey(hub),
        source: hub,
        claim: null,
        checked: null,
        revision: 'c0ffee',
        files: files.map(({ path }) => ({ path, size: SIZE, sha256: '' })),
        missing: [],
        dtypes: [],
        size: SIZE,
        addedAt: 0,
        usedAt: 0,
      }
      return Promise.resolve(done([model]))
    },
    open: (source): Promise<Outcome<ObtainedModel>> =>
      Promise.resolve(
        files.length > 0 ? done(toModel(files)) : failed({ code: 'MODEL_NOT_FOUND', url: sourceKey(source) }),
      ),
    examine: (source, dtypes) => {
      asked.push(dtypes)
      return Promise.resolve(
        offered
          ? done({
              source,
              revision: commit,
              files: [
                ...filesOf(...offered),
                ...(vectors ? [{ path: textVectorsPath(vectors), size: SIZE, hash: null }] : []),
              ],
            })
          : failed({ code: 'NETWORK', url: 'https://hub.example', status: 0 }),
      )
    },
    obtain: (request) => {
      obtained.push(request)
      if (obtainsFirst && request.first) return Promise.resolve(done(toModel(request.first)))
      if (room) files = [...files, ...request.files]
      return Promise.resolve(done(toModel(request.files, room)))
    },
    recheck: () => Promise.resolve(done([])),
    settle: () => Promise.resolve(done(null)),
    keepPacked: () => Promise.resolve(done(null)),
    remove: () => Promise.resolve(done(null)),
  }
  const finder = createModelFileFinder(store, () => Promise.resolve({ memoryGigabytes: 8, savesData }))
  return { finder, obtained, asked }
}
