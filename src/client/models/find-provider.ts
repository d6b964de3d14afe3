import type { Bytes } from '../../core/brands'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { chooseFiles, type ChosenFiles, type WantedDtypes } from '../../core/model/files/choose-files'
import type { WeighedWeights } from '../../core/model/files/weigh-weights'
import type { ModelChoice } from '../../core/model/model-choice'
import { sourceName, type RemoteSource } from '../../core/model/model-source'
import type { ListedFile } from '../../core/model/stored/stored-model'
import type { Runtime } from '../../core/runtime/runtime'
import { orderVisionDtypes } from '../../core/runtime/vision-dtypes'
import type { ObtainedModel } from '../../protocol/store-api'
import type { ModelFileStore } from './model-store'

/** Bytes of files that are not on this device; `null` where the host does not tell. */
type CountMissing = (chosen: ChosenFiles<ListedFile>) => Promise<Bytes | null>

/** The files of a model that are to be taken, of those that somebody has. */
interface Choice {
  readonly revision: string
  readonly chosen: ChosenFiles<ListedFile>
  /** The runtime that was wanted, or the CPU where there is no file that runs better. */
  readonly runtime: Runtime
  /** The commit that is on this device whole. */
  readonly present: string | null
  /** Where our own kernels could have these files at another precision: what both gain and cost. */
  readonly weigh?: (missing: CountMissing) => Promise<WeighedWeights>
}

/** Files that are on this device. */
export interface StoredProvider extends Choice {
  readonly kind: 'stored'
  readonly model: ObtainedModel
}

/** Files that a model's host has. */
export interface HostProvider extends Choice {
  readonly kind: 'host'
  readonly source: RemoteSource
  /** All that it has at the precisions that were asked for. */
  readonly listed: readonly ListedFile[]
}

/** Which precisions of each graph are wanted, best first. */
export const wantedDtypes = (
  { source, dtype }: ModelChoice,
  { dtypes, textDtypes }: Runtime,
): WantedDtypes =>
  dtype === 'auto'
    ? {
        vision: orderVisionDtypes(source, 'tower', dtypes),
        text: textDtypes,
        classifier: orderVisionDtypes(source, 'classifier', dtypes),
      }
    : { vision: [dtype], text: [dtype], classifier: [dtype] }

/** The same runtime without the graphics card, whatever precision there is. */
const onCpu = (runtime: Runtime): Runtime => ({
  ...runtime,
  device: 'wasm',
  build: 'wasm',
  // The text tower's, which always runs there.
  dtypes: runtime.textDtypes,
})

/** Chooses among the files of a model that is on this device. */
export const chooseStored = (
  wish: ModelChoice,
  runtime: Runtime,
  opened: Outcome<ObtainedModel>,
): Outcome<StoredProvider> => {
  if (opened.kind !== 'done') return opened
  const model = opened.value
  const { revision } = model
  const files = [...model.blobs].map(([path, { size }]) => ({ path, size: size as Bytes, hash: null }))
  const chosen = chooseFiles(files, wantedDtypes(wish, runtime))
  return chosen.kind === 'done'
    ? done({ kind: 'stored', model, revision, present: revision, chosen: chosen.value, runtime })
    : chosen
}

const askHost = async (
  store: Pick<ModelFileStore, 'examine'>,
  wish: ModelChoice,
  runtime: Runtime,
  present: string | null,
  signal: AbortSignal,
): Promise<Outcome<HostProvider>> => {
  const { source } = wish
  if (source.kind === 'disk' || source.kind === 'app')
    return failed({ code: 'MODEL_NOT_FOUND', url: sourceName(source) })
  const wanted = wantedDtypes(wish, runtime)
  const listed = await store.examine(source, [...new Set([...wanted.vision, ...wanted.text])], signal)
  if (listed.kind !== 'done') return listed
  const { files, revision } = listed.value
  const chooseFor = (on: Runtime): Outcome<HostProvider> => {
    const chosen = chooseFiles(files, wantedDtypes(wish, on))
    return chosen.kind === 'done'
      ? done({ kind: 'host', source, listed: files, present, revision, chosen: chosen.value, runtime: on })
      : chosen
  }
  const best = chooseFor(runtime)
  // What is published in precisions of the CPU alone runs there.
  return best.kind === 'done' ? best : chooseFor(onCpu(runtime))
}

/**
 * Says where a model's files come from. What is stored comes first, so that a model that was downloaded needs no
 * network. Where it runs on the CPU only, its host is asked for better; without an answer the CPU will do.
 */
export const findProvider = async (
  store: Pick<ModelFileStore, 'open' | 'examine'>,
  wish: ModelChoice,
  runtime: Runtime,
  signal: AbortSignal,
): Promise<Outcome<StoredProvider | HostProvider>> => {
  const opened = await store.open(wish.source)
  const present = opened.kind === 'done' ? opened.value.revision : null
  if (wish.newest) return askHost(store, wish, runtime, present, signal)
  const stored = chooseStored(wish, runtime, opened)
  if (stored.kind === 'done') return stored
  const asked = await askHost(store, wish, runtime, present, signal)
  const isBetter = asked.kind === 'done' && asked.value.runtime === runtime
  if (isBetter || asked.kind === 'cancelled') return asked
  const storedForCpu = chooseStored(wish, onCpu(runtime), opened)
  return storedForCpu.kind === 'done' ? storedForCpu : asked
}
