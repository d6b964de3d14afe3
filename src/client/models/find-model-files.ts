import type { Bytes } from '../../core/brands'
import { createLate, obtainPart } from '../../core/async/late'
import { done, type Outcome } from '../../core/errors/outcome'
import { totalSize, type ChosenFiles } from '../../core/model/files/choose-files'
import { towerPath } from '../../core/model/files/tower-path'
import type { LoadPlan } from '../../core/model/load-plan'
import type { ModelChoice } from '../../core/model/model-choice'
import { modelRoot, sourceKey, type ModelSource } from '../../core/model/model-source'
import type { ListedFile } from '../../core/model/stored/stored-model'
import { wantedPrecision } from '../../core/runtime/executor'
import type { Runtime } from '../../core/runtime/runtime'
import type { ModelFiles, TextLater } from '../../protocol/inference-api'
import type { ObtainedModel } from '../../protocol/store-api'
import type { Machine } from './find-for-own'
import { chooseStored, findProvider, type HostProvider, type StoredProvider } from './find-provider'
import type { CallOptions, ModelFileStore } from './model-store'

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
export type BringRest = (options: CallOptions) => Promise<Outcome<ReadonlyMap<string, Blob>>>

/** Finds a model's files: those that ship with the app, those that are stored, and else those of its host. */
export interface ModelFileFinder {
  plan(wish: ModelChoice, runtime: Runtime, signal: AbortSignal): Promise<Outcome<LoadPlan>>
  find(wish: ModelChoice, runtime: Runtime, options: CallOptions): Promise<Outcome<FoundFiles>>
  /** Takes what is on this device and asks no host. */
  findStored(wish: ModelChoice, runtime: Runtime): Promise<Outcome<FoundFiles>>
}

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

/** Files that ship with the app, at `baseUrl`. */
const ofApp = (baseUrl: string, runtime: Runtime): FoundFiles => ({
  files: { kind: 'url', baseUrl },
  revision: '',
  runtime,
  kept: true,
  isNew: false,
  checkDue: false,
  bringRest: null,
})

const toTextLater = ({ dtype, files }: ChosenFiles<ListedFile>): TextLater => {
  const parts = files.filter(({ path }) => path.startsWith(towerPath('text', dtype.text)))
  return { dtype: dtype.text, size: totalSize(parts) ?? (0 as Bytes) }
}

/** The runtime of a choice, in which the precision that was chosen is the first that is opened. */
const preferring = ({ runtime, chosen: { dtype } }: Pick<HostProvider, 'runtime' | 'chosen'>): Runtime => ({
  ...runtime,
  dtypes: [dtype.vision, ...runtime.dtypes.filter((other) => other !== dtype.vision)],
})

/** Weighs files for our own kernels, which alone have a choice. */
const weighing = createLate(() => import('./find-for-own'))

/**
 * Creates the finder over a store.
 * @param machine what decides how large files may be, asked where there is a choice
 */
export const createModelFileFinder = (
  store: ModelFileStore,
  machine: (withGpu: boolean) => Promise<Machine>,
): ModelFileFinder => {
  const provide = async (
    wish: ModelChoice,
    runtime: Runtime,
    signal: AbortSignal,
  ): Promise<Outcome<StoredProvider | HostProvider>> => {
    if (!wish.executor) return findProvider(store, wish, runtime, signal)
    const part = await obtainPart(weighing)
    return part.kind === 'done' ? part.value.findForOwn(store, wish, runtime, machine, signal) : part
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

  /** Has a model's files downloaded: at first those that are enough for it to answer. */
  const obtain = async (
    provider: HostProvider,
    { executor }: ModelChoice,
    options: CallOptions,
  ): Promise<Outcome<FoundFiles>> => {
    const { source, revision, present, chosen } = provider
    const runtime = preferring(provider)
    const request = { source, revision, files: chosen.files }
    // Where another commit answers, it does until all of this one is here.
    const isUpdate = present !== null && present !== revision
    // On our own kernels both towers are compared as the model opens.
    const isWhole = isUpdate || wantedPrecision(executor) !== null
    const obtained = await store.obtain(isWhole ? request : { ...request, first: chosen.first }, options)
    if (obtained.kind !== 'done') return obtained
    const isNew = present === null
    if (chosen.files.some(({ path }) => !obtained.value.blobs.has(path)))
      return done({
        ...toFound(obtained.value, runtime, isNew),
        textLater: toTextLater(chosen),
        bringRest: async (restOptions) => {
          const whole = await store.obtain(request, restOptions)
          return whole.kind === 'done' ? done(whole.value.blobs) : whole
        },
      })
    // With all that is stored of the model: a lower rung may find a precision that is there already.
    const opened = obtained.value.kept ? await store.open(source) : obtained
    return done(toFound(opened.kind === 'done' ? opened.value : obtained.value, runtime, isNew))
  }

  return {
    plan: async (wish, wanted, signal) => {
      const { source } = wish
      const found = await provide(wish, wanted, signal)
      if (found.kind !== 'done') return found
      const { kind, revision, present, runtime, chosen, weigh } = found.value
      const count = ({ files }: ChosenFiles<ListedFile>) => countMissing(source, revision, files)
      const missing = kind === 'stored' ? (0 as Bytes) : await count(chosen)
      return done({
        source,
        revision,
        present,
        device: runtime.device,
        dtype: chosen.dtype,
        files: chosen.files,
        total: totalSize(chosen.files),
        missing,
        weights: await weigh?.(count),
      })
    },
    find: async (wish, runtime, options) => {
      const { source } = wish
      if (source.kind === 'app') return done(ofApp(modelRoot(source), runtime))
      options.onProgress({ stage: 'asking', loaded: 0 as Bytes, total: null })
      const provider = await provide(wish, runtime, options.signal)
      if (provider.kind !== 'done') return provider
      return provider.value.kind === 'stored'
        ? done(toFound(provider.value.model, preferring(provider.value), false))
        : obtain(provider.value, wish, options)
    },
    findStored: async (wish, runtime) => {
      const { source } = wish
      if (source.kind === 'app') return done(ofApp(modelRoot(source), runtime))
      const stored = chooseStored(wish, runtime, await store.open(source))
      return stored.kind === 'done'
        ? done(toFound(stored.value.model, preferring(stored.value), false))
        : stored
    },
  }
}
