import type { Bytes } from '../../core/brands'
import { neverFalling } from '../../core/model/download/never-falling'
import { sourceKey } from '../../core/model/model-source'
import type { LoadProgress } from '../../core/model/loaded-model'
import { failed, failedBy, type Outcome } from '../../core/errors/outcome'
import type { TaglensError } from '../../core/errors/taglens-error'
import type { FoundFiles, ModelFileFinder, WantedModel } from './find-model-files'
import type { ModelFileStore, StoreCallOptions } from './model-store'

/** Progress of one load, whose bytes never fall: neither when it begins again nor when its files are opened. */
const createLoadReport = (onProgress: (progress: LoadProgress) => void) => {
  let latest: LoadProgress = { stage: 'asking', loaded: 0 as Bytes, total: null }
  const tell = neverFalling((progress) => {
    latest = progress
    onProgress(progress)
  })
  return {
    tell,
    /** Opening reads from memory or disk what has been counted already; what comes beside it counts as it comes. */
    tellOpening: (progress: LoadProgress) => {
      tell(progress.stage === 'opening' ? { ...latest, stage: 'opening' } : progress)
    },
  }
}

/** What was changed on this device, where it could not be had again: the person is told that, and not only why. */
const changedFile = (paths: readonly string[], error: TaglensError): TaglensError =>
  error.code === 'NETWORK' || error.code === 'MODEL_NOT_FOUND'
    ? {
        code: 'MODEL_CORRUPT',
        file: paths[0] ?? '',
        detail: 'it was changed on this device since it was verified, and deleted; it has to come again',
      }
    : error

/**
 * Finds a model's files and opens them. Files are verified when they are stored, yet disks rot, and a neighbour on
 * the origin can write: they are compared with their hashes before they run where that is long ago, and where a
 * stored model turns out not to be one. What differs is deleted and downloaded once more. What has just come and turns
 * out not to run here is not kept: the commit before it stays, if there is one.
 */
export const openFromStore = async <T>(
  finder: ModelFileFinder,
  store: Pick<ModelFileStore, 'recheck' | 'remove' | 'settle'>,
  wanted: WantedModel,
  { signal, onProgress }: StoreCallOptions,
  open: (found: FoundFiles, onProgress: (progress: LoadProgress) => void) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  const { tell, tellOpening } = createLoadReport(onProgress)
  const isApp = wanted.source.kind === 'app'

  const openFound = async (found: FoundFiles): Promise<Outcome<T>> => {
    const opened = await open(found, isApp ? tell : tellOpening)
    if (found.canGoBack && opened.kind !== 'cancelled')
      await store.settle(wanted.source, opened.kind === 'done' ? 'newest' : 'previous')
    // What has just come has been compared with its hashes: if it is broken, its publisher's is.
    if (found.isNew && found.kept && failedBy(opened, 'UNSUPPORTED_MODEL', 'MODEL_CORRUPT'))
      await store.remove(sourceKey(wanted.source))
    return opened
  }
  const openOnce = async (): Promise<Outcome<T> | { readonly kind: 'check due' }> => {
    const found = await finder.find(wanted, tell, signal)
    if (found.kind !== 'done') return found
    return found.value.checkDue ? { kind: 'check due' } : openFound(found.value)
  }
  const openChecked = async (): Promise<Outcome<T>> => {
    const found = await finder.find(wanted, tell, signal)
    return found.kind === 'done' ? openFound(found.value) : found
  }

  const first = await openOnce()
  const isCorrupt = first.kind === 'failed' && first.error.code === 'MODEL_CORRUPT'
  if (first.kind !== 'check due' && (!isCorrupt || isApp)) return first
  if (first.kind === 'check due') tell({ stage: 'checking', loaded: 0 as Bytes, total: null })
  const rechecked = await store.recheck(wanted.source, { signal, onProgress })
  if (rechecked.kind === 'cancelled') return rechecked
  const bad = rechecked.kind === 'done' ? rechecked.value : []
  if (first.kind !== 'check due' && bad.length === 0) return first
  const again = await openChecked()
  return again.kind === 'failed' && bad.length > 0 ? failed(changedFile(bad, again.error)) : again
}
