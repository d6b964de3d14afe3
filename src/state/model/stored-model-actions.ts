import type { StoreCallOptions } from '../../client/models/model-store'
import type { Bytes } from '../../core/brands'
import type { LoadProgress } from '../../core/model/loaded-model'
import type { ModelChoice } from '../../core/model/model-choice'
import { sourceKey } from '../../core/model/model-source'
import type { Outcome } from '../../core/errors/outcome'
import type { StoredModelActions } from '../app-actions'
import type { ActionDeps } from '../app-deps'
import type { ModelTransfer } from '../app-state'

const NOTHING_YET: LoadProgress = { stage: 'checking', loaded: 0 as Bytes, total: null }

/** A file's place in its folder, which a browser tells only of files that came with one. */
const pathOf = (file: File): string => (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath)

/**
 * Builds what can be done with the models on this device.
 * @param choose goes on with a model that was brought.
 */
export const createStoredModelActions = (
  { store, engine, storage, probeGpu }: Pick<ActionDeps, 'store' | 'engine' | 'storage' | 'probeGpu'>,
  choose: (choice: ModelChoice) => Promise<void>,
): StoredModelActions => {
  const { getState, setState } = store
  let transfer: AbortController | null = null

  const readStorage = async () => {
    setState({ storage: await storage.facts() })
  }

  const refreshModels = async () => {
    const [listed] = await Promise.all([engine.models.list(), readStorage()])
    // No one cancels a list.
    if (listed.kind === 'done') setState({ storedModels: { kind: 'ready', models: listed.value } })
    if (listed.kind === 'failed') setState({ storedModels: { kind: 'failed', error: listed.error } })
    if (getState().gpu === null) setState({ gpu: await probeGpu() })
  }

  /** Runs one transfer at a time; a newer one ends the older. */
  const transferring = async <T>(
    phase: (progress: LoadProgress) => ModelTransfer,
    run: (options: StoreCallOptions) => Promise<Outcome<T>>,
  ): Promise<T | null> => {
    transfer?.abort()
    const mine = new AbortController()
    transfer = mine
    setState({ modelTransfer: phase(NOTHING_YET) })
    const outcome = await run({
      signal: mine.signal,
      onProgress: (progress) => {
        if (transfer === mine) setState({ modelTransfer: phase(progress) })
      },
    })
    if (transfer === mine) {
      transfer = null
      setState({
        modelTransfer:
          outcome.kind === 'failed' ? { kind: 'failed', error: outcome.error } : { kind: 'none' },
      })
    }
    return outcome.kind === 'done' ? outcome.value : null
  }

  return {
    refreshModels,
    removeModel: async (key) => {
      const removed = await engine.models.remove(key)
      const { chosenModel } = getState().settings
      if (removed.kind === 'done' && chosenModel && sourceKey(chosenModel.source) === key)
        setState(({ settings }) => ({ settings: { ...settings, chosenModel: null } }))
      await refreshModels()
      if (removed.kind === 'failed') setState({ modelTransfer: removed })
    },
    importModel: async (files) => {
      const brought = files.map((file) => ({ path: pathOf(file), blob: file }))
      const stored = await transferring(
        (progress) => ({ kind: 'importing', progress }),
        (options) => engine.models.import(brought, options),
      )
      if (!stored) return
      await refreshModels()
      await choose({ source: stored.source, dtype: 'auto', device: 'auto' })
    },
    exportModel: (key) =>
      transferring(
        (progress) => ({ kind: 'exporting', key, progress }),
        (options) => engine.models.export(key, options),
      ),
    stopTransfer: () => {
      transfer?.abort()
      transfer = null
      setState({ modelTransfer: { kind: 'none' } })
    },
    keepModels: async () => {
      await storage.persist()
      await readStorage()
    },
  }
}
