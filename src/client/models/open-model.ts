import type { Bytes } from '../../core/brands'
import { failed, failedBy, type Outcome } from '../../core/errors/outcome'
import type { TaglensError } from '../../core/errors/taglens-error'
import { createLoadReport } from '../../core/model/download/never-falling'
import type { LoadPlan } from '../../core/model/load-plan'
import type { ModelChoice } from '../../core/model/model-choice'
import { sourceKey, type ModelSource } from '../../core/model/model-source'
import type { DeviceFault } from '../../protocol/inference-api'
import { chooseTarget, type OpenerParts } from './choose-target'
import { createModelFileFinder, type BringRest, type FoundFiles } from './find-model-files'
import type { CallOptions, ModelFileStore } from './model-store'
import { openAsItComes } from './open-as-it-comes'
import { openInWorkers, type ModelInWorkers, type ModelListener } from './open-in-workers'
import type { CheckModel } from './self-check/check-model'

/** A model that runs. */
export interface OpenedModel extends ModelInWorkers {
  /** Brings its text tower, where it answers without it so far. */
  readonly bringRest: BringRest | null
}

const NOT_LISTENING: ModelListener = { onReplaced: () => undefined, onResized: () => undefined }

/** From a wish to a model that runs on this machine. */
export interface ModelOpener {
  /** What {@link ModelOpener.open} would download, without a download. */
  plan(wish: ModelChoice, signal: AbortSignal): Promise<Outcome<LoadPlan>>
  open(wish: ModelChoice, options: CallOptions, listener?: ModelListener): Promise<Outcome<OpenedModel>>
}

/**
 * Creates the opener, which goes the whole way: wish, find, open, check. Each step has a file of its own; they are named
 * here in their order.
 * @param fault what the graphics device is to do wrong. For tests only.
 */
export const createModelOpener = (
  parts: OpenerParts,
  check: CheckModel,
  fault: () => DeviceFault | null,
): ModelOpener => {
  const finder = createModelFileFinder(parts.models, parts.probeCapabilities)
  return {
    plan: async (wish, signal) => finder.plan(wish, (await chooseTarget(parts, wish)).runtime, signal),
    open: async (wish, options, listener = NOT_LISTENING) => {
      // On which device, and in which precisions.
      const target = await chooseTarget(parts, wish)
      return findAndOpen(parts.models, wish.source, options, {
        // Files that are on this device, or of the model's host.
        find: (callOptions) => finder.find(wish, target.runtime, callOptions),
        // What is at hand, while the text tower may still come.
        open: (found, callOptions) =>
          openAsItComes(found, callOptions, (files, openOptions) =>
            // In workers, on the highest rung of the ladder, which is gone down until `check` finds the numbers right.
            openInWorkers(
              parts,
              check,
              { wish, target, found: files, fault: fault() },
              openOptions,
              listener,
            ),
          ),
      })
    },
  }
}

/** The middle of the way: how files are found, and how they are opened and checked. */
interface Steps<T> {
  readonly find: (options: CallOptions) => Promise<Outcome<FoundFiles>>
  readonly open: (found: FoundFiles, options: CallOptions) => Promise<Outcome<T>>
}

/**
 * Finds a model's files and opens them. Files are verified when they are stored, yet disks rot, and a neighbour on
 * the origin can write: they are compared with their hashes before they run where that is long ago, and where a
 * stored model turns out not to be one. What differs is deleted and downloaded once more.
 */
export const findAndOpen = async <T>(
  store: Pick<ModelFileStore, 'recheck' | 'remove' | 'settle'>,
  source: ModelSource,
  { signal, onProgress }: CallOptions,
  { find, open }: Steps<T>,
): Promise<Outcome<T>> => {
  const isApp = source.kind === 'app'
  const { tell, tellOpening } = createLoadReport(onProgress)
  const findAll = () => find({ signal, onProgress: tell })
  const openAll = async (found: Outcome<FoundFiles>): Promise<Outcome<T>> => {
    if (found.kind !== 'done') return found
    const opened = await open(found.value, { signal, onProgress: isApp ? tell : tellOpening })
    await settleStored(store, source, found.value, opened)
    return opened
  }

  const found = await findAll()
  const isDue = found.kind === 'done' && found.value.checkDue
  const first = isDue ? null : await openAll(found)
  if (first && (isApp || !failedBy(first, 'MODEL_CORRUPT'))) return first

  if (isDue) tell({ stage: 'checking', loaded: 0 as Bytes, total: null })
  const rechecked = await store.recheck(source, { signal, onProgress })
  if (rechecked.kind === 'cancelled') return rechecked
  const spoiled = rechecked.kind === 'done' ? rechecked.value : []
  if (first && spoiled.length === 0) return first
  const again = await openAll(await findAll())
  return again.kind === 'failed' && spoiled.length > 0 ? failed(spoiledFile(spoiled, again.error)) : again
}

/** What has just come and turns out not to run here is not kept: the commit before it stays, if there is one. */
const settleStored = async (
  store: Pick<ModelFileStore, 'remove' | 'settle'>,
  source: ModelSource,
  { canGoBack, isNew, kept }: FoundFiles,
  opened: Outcome<unknown>,
): Promise<void> => {
  if (canGoBack && opened.kind !== 'cancelled')
    await store.settle(source, opened.kind === 'done' ? 'newest' : 'previous')
  // What has just come has been compared with its hashes: if it is broken, its publisher's is.
  if (isNew && kept && failedBy(opened, 'UNSUPPORTED_MODEL', 'MODEL_CORRUPT'))
    await store.remove(sourceKey(source))
}

/** What was changed on this device, where it could not be had again: the person is told that, and not only why. */
const spoiledFile = (paths: readonly string[], error: TaglensError): TaglensError =>
  error.code === 'NETWORK' || error.code === 'MODEL_NOT_FOUND'
    ? {
        code: 'MODEL_CORRUPT',
        file: paths[0] ?? '',
        detail: 'it was changed on this device since it was verified, and deleted; it has to come again',
      }
    : error
