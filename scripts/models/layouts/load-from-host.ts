import type { Milliseconds } from '../../../src/core/brands.ts'
import * as ort from 'onnxruntime-web/wasm'
import { createModelFileFinder } from '../../../src/client/models/find-model-files.ts'
import type { ModelFileStore } from '../../../src/client/models/model-store.ts'
import { cancelled, done, failed, type Outcome } from '../../../src/core/errors/outcome.ts'
import { DOWNLOAD_LIMITS } from '../../../src/core/model/download/retry.ts'
import { fileAddress } from '../../../src/core/model/hub/hub-tree.ts'
import { choiceOf } from '../../../src/core/model/model-choice.ts'
import type { LoadPlan } from '../../../src/core/model/load-plan.ts'
import type { RemoteSource } from '../../../src/core/model/model-source.ts'
import type { Runtime } from '../../../src/core/runtime/runtime.ts'
import { loadModel } from '../../../src/engine/inference/load-model.ts'
import type { RunningModel } from '../../../src/engine/inference/task-loader.ts'
import { openRuntime } from '../../../src/engine/ort/open-runtime.ts'
import { downloadFile } from '../../../src/engine/store/download/download-file.ts'
import { createDownloadTarget } from '../../../src/engine/store/download/download-target.ts'
import { examineSource } from '../../../src/engine/store/examine/examine-source.ts'
import { createReadAhead } from '../../../src/engine/store/examine/read-ahead.ts'

const dtypes = ['q8', 'fp16', 'fp32', 'q4f16', 'q4'] as const
const runtime: Runtime = { device: 'wasm', build: 'wasm', threads: 1, dtypes, textDtypes: dtypes }
const { signal } = new AbortController()
/** Hub, page and runtime share one thread here, so a graph that runs keeps the hub silent for a while. */
const limits = { ...DOWNLOAD_LIMITS, silence: 60_000 as Milliseconds }

/** A store that keeps nothing: Node has no private files. All else is what the store worker runs. */
const memoryStore: ModelFileStore = {
  list: () => Promise.resolve(done([])),
  open: () => Promise.resolve(failed({ code: 'MODEL_NOT_FOUND', url: '' })),
  recheck: () => Promise.resolve(done([])),
  settle: () => Promise.resolve(done(null)),
  keepPacked: () => Promise.resolve(done(null)),
  remove: () => Promise.resolve(done(null)),
  examine: (source, wanted) =>
    examineSource(source, wanted, { limits, readAhead: createReadAhead() }, signal),
  obtain: async ({ source, revision, files }) => {
    const blobs = new Map<string, Blob>()
    for (const file of files) {
      const target = createDownloadTarget(null, false)
      const arrived = await downloadFile(fileAddress(source, revision, file), file, target, {
        limits,
        signal,
        onCount: () => undefined,
        onChecking: () => undefined,
      })
      if (arrived.kind !== 'done') return arrived
      blobs.set(file.path, target.inMemory() ?? new Blob())
    }
    return done({ revision, blobs, kept: false, checkDue: false })
  },
}

const finder = createModelFileFinder(memoryStore, () =>
  Promise.resolve({ memoryGigabytes: null, savesData: false }),
)

/** What a person would be asked to agree to. */
export const planFrom = (source: RemoteSource): Promise<Outcome<LoadPlan>> =>
  finder.plan(choiceOf(source), runtime, signal)

/** Downloads and opens a model as the app does, in Node. */
export const loadFrom = async (source: RemoteSource): Promise<Outcome<RunningModel>> => {
  const found = await finder.find(choiceOf(source), runtime, { signal, onProgress: () => undefined })
  if (found.kind !== 'done') return found
  const { files, revision } = found.value
  ort.env.wasm.numThreads = 1
  ort.env.logLevel = 'error'
  return loadModel(
    {
      source,
      revision,
      files,
      kept: false,
      runtime: found.value.runtime,
      dtype: null,
      allowFallbackAdapter: false,
      towers: 'both',
      fault: null,
      gpuBatches: [],
    },
    () => undefined,
    signal,
    (request) => openRuntime(request, () => Promise.resolve(done(ort))),
  )
}

/** What a model makes of the canned pictures and of these prompts; `null` for prompts that it does not read. */
export const numbersOf = async (
  model: RunningModel,
  prompts: readonly string[],
): Promise<Outcome<readonly (readonly number[])[]>> => {
  const pictures = model.probe.pictures.map((row) => [...row])
  if (model.facts.task === 'fixed-labels') return done(pictures)
  const words = await model.encodePrompts(prompts, signal)
  if (words.kind !== 'done') return words.kind === 'failed' ? words : cancelled
  return done([...pictures, ...words.value.map(({ embedding }) => [...embedding])])
}
