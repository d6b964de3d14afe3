import type { Bytes } from '../../core/brands'
import {
  chooseFiles,
  totalSize,
  type ChosenFiles,
  type WantedDtypes,
} from '../../core/model/files/choose-files'
import { towerPath } from '../../core/model/files/tower-path'
import type { LoadPlan } from '../../core/model/load-plan'
import type { LoadProgress } from '../../core/model/loaded-model'
import {
  modelRoot,
  sourceKey,
  sourceName,
  type ModelSource,
  type RemoteSource,
} from '../../core/model/model-source'
import type { ListedFile } from '../../core/model/stored/stored-model'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { orderVisionDtypes } from '../../core/runtime/vision-dtypes'
import type { Dtype, Runtime } from '../../core/runtime/runtime'
import type { ModelFiles, TextLater } from '../../protocol/inference-api'
import type { ObtainedModel } from '../../protocol/store-api'
import type { ModelFileStore, StoreCallOptions } from './model-store'

/** Which model is to run, and how it would best. */
export interface WantedModel {
  readonly source: ModelSource
  readonly runtime: Runtime
  /** Insists on one precision for both towers. */
  readonly dtype: Dtype | null
  /** Takes what is on this device and asks no host. */
  readonly storedOnly: boolean
  /** Asks the host for the newest commit, whatever is on this device. */
  readonly newest?: boolean | undefined
}

/** A model's files at hand. */
export interface FoundFiles {
  readonly files: ModelFiles
  readonly revision: string
  /** The runtime that was wanted, or the CPU where no file is at hand that runs better. */
  readonly runtime: Runtime
  /** Whether the files are on this device for the next visit. */
  readonly kept: boolean
  /** Whether nothing of the model that runs was here before. */
  readonly isNew: boolean
  /** Whether they are to be compared with their hashes first. */
  readonly checkDue: boolean
  /** See {@link ObtainedModel}. */
  readonly canGoBack?: boolean | undefined
  /** Brings what is not at hand yet of a model that can answer without it; `null` where all is. May be called again. */
  readonly bringRest: BringRest | null
  /** The text tower that is among the rest. */
  readonly textLater?: TextLater
}

/** Brings the rest of a model's files, and gives all of them. */
export type BringRest = (options: StoreCallOptions) => Promise<Outcome<ReadonlyMap<string, Blob>>>

/** Finds a model's files: those that ship with the app, those that are stored, and else those of its host. */
export interface ModelFileFinder {
  plan(wanted: WantedModel, signal: AbortSignal): Promise<Outcome<LoadPlan>>
  find(
    wanted: WantedModel,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<Outcome<FoundFiles>>
}

/** Where the files of a load come from, and how they are to run. */
type Provider = {
  readonly revision: string
  readonly chosen: ChosenFiles<ListedFile>
  readonly runtime: Runtime
  /** The commit that is on this device whole. */
  readonly present: string | null
} & (
  | { readonly kind: 'stored'; readonly model: ObtainedModel }
  | { readonly kind: 'host'; readonly source: RemoteSource }
)

const wantedDtypes = (
  source: ModelSource,
  { dtypes, textDtypes }: Runtime,
  dtype: Dtype | null,
): WantedDtypes =>
  dtype
    ? { vision: [dtype], text: [dtype], classifier: [dtype] }
    : {
        vision: orderVisionDtypes(source, 'tower', dtypes),
        text: textDtypes,
        classifier: orderVisionDtypes(source, 'classifier', dtypes),
      }

const listBlobs = ({ blobs }: ObtainedModel): readonly ListedFile[] =>
  [...blobs].map(([path, { size }]) => ({ path, size: size as Bytes, hash: null }))

/** Files that are all at hand. */
export const toFound = (
  { blobs, revision, kept, checkDue, canGoBack }: ObtainedModel,
  runtime: Runtime,
  isNew: boolean,
): FoundFiles => ({
  files: { kind: 'blobs', blobs },
  revision,
  runtime,
  kept,
  isNew,
  checkDue,
  canGoBack,
  bringRest: null,
})

const toTextLater = ({ dtype, files }: ChosenFiles<ListedFile>): TextLater => {
  const parts = files.filter(({ path }) => path.startsWith(towerPath('text', dtype.text)))
  return { dtype: dtype.text, size: totalSize(parts) ?? (0 as Bytes) }
}

/** The same runtime, in which the precision that was chosen is the first that is opened. */
const preferring = (runtime: Runtime, { dtype: { vision } }: ChosenFiles<ListedFile>): Runtime => ({
  ...runtime,
  dtypes: [vision, ...runtime.dtypes.filter((other) => other !== vision)],
})

/** The same runtime without the graphics card, whatever precision there is. */
const onCpu = (runtime: Runtime): Runtime => ({
  ...runtime,
  device: 'wasm',
  build: 'wasm',
  // The text tower's, which always runs there.
  dtypes: runtime.textDtypes,
})

/** Creates the finder over a store. */
export const createModelFileFinder = (store: ModelFileStore): ModelFileFinder => {
  const askHost = async (
    { source, runtime, dtype }: WantedModel,
    present: string | null,
    signal: AbortSignal,
  ): Promise<Outcome<Provider>> => {
    if (source.kind === 'disk' || source.kind === 'app')
      return failed({ code: 'MODEL_NOT_FOUND', url: sourceName(source) })
    const wanted = wantedDtypes(source, runtime, dtype)
    const listed = await store.examine(source, [...new Set([...wanted.vision, ...wanted.text])], signal)
    if (listed.kind !== 'done') return listed
    const { files, revision } = listed.value
    const chooseFor = (on: Runtime): Outcome<Provider> => {
      const chosen = chooseFiles(files, wantedDtypes(source, on, dtype))
      return chosen.kind === 'done'
        ? done({ kind: 'host', source, present, revision, chosen: chosen.value, runtime: on })
        : chosen
    }
    const best = chooseFor(runtime)
    // What is published in precisions of the CPU alone runs there.
    return best.kind === 'done' ? best : chooseFor(onCpu(runtime))
  }

  /**
   * What is stored comes first, so that a model that was downloaded needs no network. Where it runs on the CPU
   * only, its host is asked for better; without an answer the CPU will do.
   */
  const findProvider = async (wanted: WantedModel, signal: AbortSignal): Promise<Outcome<Provider>> => {
    const opened = await store.open(wanted.source)
    const present = opened.kind === 'done' ? opened.value.revision : null
    if (wanted.newest) return askHost(wanted, present, signal)
    const chooseStored = (runtime: Runtime): Outcome<Provider> => {
      if (opened.kind !== 'done') return opened
      const model = opened.value
      const chosen = chooseFiles(listBlobs(model), wantedDtypes(wanted.source, runtime, wanted.dtype))
      if (chosen.kind !== 'done') return chosen
      const { revision } = model
      return done({ kind: 'stored', model, revision, present: revision, chosen: chosen.value, runtime })
    }
    const stored = chooseStored(wanted.runtime)
    if (stored.kind === 'done' || wanted.storedOnly) return stored
    const asked = await askHost(wanted, present, signal)
    const isBetter = asked.kind === 'done' && asked.value.runtime === wanted.runtime
    if (isBetter || asked.kind === 'cancelled') return asked
    const storedForCpu = chooseStored(onCpu(wanted.runtime))
    return storedForCpu.kind === 'done' ? storedForCpu : asked
  }

  /** Bytes of these files that are not on this device. */
  const countMissing = async (
    source: ModelSource,
    revision: string,
    files: readonly ListedFile[],
  ): Promise<Bytes | null> => {
    const listed = await store.list()
    const models = listed.kind === 'done' ? listed.value : []
    const stored = models.find(({ key }) => key === sourceKey(source))
    // Of another commit a path says nothing.
    const paths = new Set(stored?.revision === revision ? stored.files.map(({ path }) => path) : [])
    // Files are kept by their content: a pack's are not downloaded again where the host publishes the same hash.
    const hashes = new Set(models.flatMap((model) => model.files.map(({ sha256 }) => sha256)))
    const isHere = ({ path, hash }: ListedFile) =>
      hash?.algorithm === 'sha256' ? hashes.has(hash.hex) : paths.has(path)
    return totalSize(files.filter((file) => !isHere(file)))
  }

  return {
    plan: async (wanted, signal) => {
      const { source } = wanted
      const found = await findProvider(wanted, signal)
      if (found.kind !== 'done') return found
      const { kind, revision, present, runtime, chosen } = found.value
      const missing = kind === 'stored' ? (0 as Bytes) : await countMissing(source, revision, chosen.files)
      return done({
        source,
        revision,
        present,
        device: runtime.device,
        dtype: chosen.dtype,
        files: chosen.files,
        total: totalSize(chosen.files),
        missing,
      })
    },
    find: async (wanted, onProgress, signal) => {
      const { source } = wanted
      if (source.kind === 'app') {
        const files = { kind: 'url', baseUrl: modelRoot(source) } as const
        return done({
          files,
          revision: '',
          runtime: wanted.runtime,
          kept: true,
          isNew: false,
          checkDue: false,
          bringRest: null,
        })
      }
      onProgress({ stage: 'asking', loaded: 0 as Bytes, total: null })
      const found = await findProvider(wanted, signal)
      if (found.kind !== 'done') return found
      const provider = found.value
      const runtime = preferring(provider.runtime, provider.chosen)
      if (provider.kind === 'stored') return done(toFound(provider.model, runtime, false))
      const { revision, chosen } = provider
      const request = { source: provider.source, revision, files: chosen.files }
      // Where another commit answers, it does until all of this one is here.
      const isUpdate = provider.present !== null && provider.present !== revision
      const obtained = await store.obtain(isUpdate ? request : { ...request, first: chosen.first }, {
        onProgress,
        signal,
      })
      if (obtained.kind !== 'done') return obtained
      const isNew = provider.present === null
      if (chosen.files.some(({ path }) => !obtained.value.blobs.has(path)))
        return done({
          ...toFound(obtained.value, runtime, isNew),
          textLater: toTextLater(chosen),
          bringRest: async (options) => {
            const whole = await store.obtain(request, options)
            return whole.kind === 'done' ? done(whole.value.blobs) : whole
          },
        })
      // With all that is stored of the model: a lower rung may find a precision that is there already.
      const opened = obtained.value.kept ? await store.open(source) : obtained
      return done(toFound(opened.kind === 'done' ? opened.value : obtained.value, runtime, isNew))
    },
  }
}
