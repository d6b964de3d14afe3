import { wordTokenizer } from '../color-model/word-tokenizer'
import { createModelStore, type ModelStoreClient } from '../../client/models/create-model-store'
import type { Milliseconds } from '../../core/brands'
import { DESCRIPTION_FILES } from '../../core/model/files/model-files'
import type { LoadProgress } from '../../core/model/loaded-model'
import type { RemoteSource } from '../../core/model/model-source'
import type { Outcome } from '../../core/errors/outcome'
import type { ObtainedModel } from '../../protocol/store-api'
import { generatedBytes } from './generated-bytes'
import type { HubContent } from './model-hub'

/** Towers of the tests' models: big enough to be cut in the middle, small enough to be quick. */
export const TOWER_LENGTH = 300_000

const { tokenizer } = wordTokenizer(['[UNK]'], [], 8)

/** Files of a model that no runtime could run, in the hub's layout. `seed` tells one model from another. */
export const modelFiles = (seed: number): Readonly<Record<string, HubContent>> => ({
  ...Object.fromEntries(DESCRIPTION_FILES.map((path) => [path, JSON.stringify({ file: path })])),
  'tokenizer.json': JSON.stringify(tokenizer),
  'preprocessor_config.json': JSON.stringify({
    do_normalize: false,
    size: { height: 8, width: 8 },
    resample: 3,
  }),
  'onnx/vision_model.onnx': { seed, length: TOWER_LENGTH },
  'onnx/text_model.onnx': { seed: seed + 1, length: TOWER_LENGTH / 2 },
})

/** The bytes that a file of a test's model must have. */
export const expectedBytes = (content: HubContent): Uint8Array =>
  typeof content === 'string'
    ? new TextEncoder().encode(content)
    : generatedBytes(content.seed, content.length)

/** The store as the page has it, over a worker and a folder of its own. */
export interface StoreUnderTest {
  readonly store: ModelStoreClient
  /** Everything that `obtain` has told, oldest first. */
  readonly progress: readonly LoadProgress[]
  /** Asks the host and downloads all that it lists. */
  obtain(source: RemoteSource, signal?: AbortSignal): Promise<Outcome<ObtainedModel>>
  /** Ends the worker, as a crash would; the page goes on. */
  kill(): void
  /** Resolves when `isSo` holds for the progress. */
  whenProgress(isSo: (progress: LoadProgress) => boolean): Promise<void>
}

/** A folder's name that no other test has. */
export const uniqueRoot = (): string => `taglens-test-${crypto.randomUUID()}`

/** Opens a store whose files lie under `root`. */
export const openTestStore = (root: string): StoreUnderTest => {
  let worker: Worker | null = null
  const store = createModelStore(
    () => {
      // eslint-disable-next-line no-restricted-syntax -- a worker of the tests, which no bundle may contain
      worker = new Worker(new URL('../../engine/store/test-worker.ts', import.meta.url), {
        type: 'module',
        name: root,
      })
      return worker
    },
    { silence: 5000 as Milliseconds, answer: 60_000 as Milliseconds },
  )
  const progress: LoadProgress[] = []
  const waiting = new Set<() => void>()
  const onProgress = (told: LoadProgress) => {
    progress.push(told)
    for (const look of waiting) look()
  }
  return {
    store,
    progress,
    obtain: async (source, signal = new AbortController().signal) => {
      const listed = await store.examine(source, ['fp32'], signal)
      if (listed.kind !== 'done') return listed
      const { revision, files } = listed.value
      return store.obtain({ source, revision, files }, { signal, onProgress })
    },
    kill: () => worker?.terminate(),
    whenProgress: (isSo) =>
      new Promise((resolve) => {
        const look = () => {
          if (!progress.some(isSo)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}
