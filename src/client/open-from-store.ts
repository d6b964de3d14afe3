import type { Bytes } from '../core/brands'
import { neverFalling } from '../core/download/never-falling'
import type { LoadProgress } from '../core/model/loaded-model'
import type { Outcome } from '../core/outcome'
import type { FoundFiles, ModelFileFinder, WantedModel } from './find-model-files'
import type { ModelFileStore, StoreCallOptions } from './model-store'

/** Progress of one load, whose bytes never fall: neither when it begins anew nor when its files are opened. */
const createLoadReport = (onProgress: (progress: LoadProgress) => void) => {
  let latest: LoadProgress = { stage: 'asking', loaded: 0 as Bytes, total: null }
  const tell = neverFalling((progress) => {
    latest = progress
    onProgress(progress)
  })
  return {
    tell,
    /** Opening reads from memory or disk what has been counted already. */
    tellOpening: () => {
      tell({ ...latest, stage: 'opening' })
    },
  }
}

/**
 * Finds a model's files and opens them. Files are verified when they are stored, yet disks rot: where a stored
 * model turns out not to be one, its files are compared with their hashes, and what differs is deleted and
 * downloaded once more.
 */
export const openFromStore = async <T>(
  finder: ModelFileFinder,
  store: Pick<ModelFileStore, 'recheck'>,
  wanted: WantedModel,
  { signal, onProgress }: StoreCallOptions,
  open: (found: FoundFiles, onProgress: (progress: LoadProgress) => void) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  const { tell, tellOpening } = createLoadReport(onProgress)
  const isApp = wanted.source.kind === 'app'
  const attempt = async (): Promise<Outcome<T>> => {
    const found = await finder.find(wanted, tell, signal)
    return found.kind === 'done' ? open(found.value, isApp ? tell : tellOpening) : found
  }

  const first = await attempt()
  const isCorrupt = first.kind === 'failed' && first.error.code === 'MODEL_CORRUPT'
  if (!isCorrupt || isApp) return first
  const rechecked = await store.recheck(wanted.source, signal)
  return rechecked.kind === 'done' && !rechecked.value ? attempt() : first
}
