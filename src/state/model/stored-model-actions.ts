import type { LoadPlan } from '../../core/model/load-plan'
import { createLate, toPartError } from '../../core/async/late'
import type { ModelChoice } from '../../core/model/model-choice'
import type { StoredModelActions } from '../app-actions'
import type { ActionDeps } from '../app-deps'
import type { ModelTransfers } from './model-transfers'

/**
 * Builds what can be done with the models on this device.
 * @param choose goes on with a model that was brought, or with a newer commit of one, of which it is known what it takes.
 */
export const createStoredModelActions = (
  deps: Pick<ActionDeps, 'store' | 'engine' | 'storage' | 'probeGpu' | 'openWordVectors'>,
  choose: (choice: ModelChoice, plan?: LoadPlan) => Promise<void>,
): StoredModelActions => {
  const {
    store: { getState, setState },
    engine,
    storage,
    probeGpu,
  } = deps
  const transfers = createLate(async () => {
    const { createModelTransfers } = await import('./model-transfers')
    return createModelTransfers(deps)
  })

  /** Asks the part that moves files, which may not come. */
  const transfer = async <T>(move: (tools: ModelTransfers) => Promise<T>): Promise<T | null> => {
    try {
      return await move(await transfers.load())
    } catch (error) {
      setState({ modelTransfer: { kind: 'failed', error: toPartError(error) } })
      return null
    }
  }

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

  return {
    refreshModels,
    removeModel: async (key) => {
      await transfer((tools) => tools.remove(key))
      await refreshModels()
    },
    importModel: async (files) => {
      const brought = await transfer((tools) => tools.take(files))
      if (!brought) return
      await refreshModels()
      await choose(brought)
    },
    exportModel: (key) => transfer((tools) => tools.give(key)),
    askForNewer: async (key) => {
      const newer = await transfer((tools) => tools.askForNewer(key))
      if (newer) await choose(newer.choice, newer.plan)
    },
    stopTransfer: () =>
      void transfer((tools) => {
        tools.stop()
        return Promise.resolve()
      }),
    keepModels: async () => {
      await storage.persist()
      await readStorage()
    },
  }
}
