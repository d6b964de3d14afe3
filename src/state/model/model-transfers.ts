import type { CallOptions } from '../../client/models/model-store'
import type { Bytes } from '../../core/brands'
import type { LoadPlan } from '../../core/model/load-plan'
import type { LoadProgress } from '../../core/model/loaded-model'
import { choiceOf, type ModelChoice } from '../../core/model/model-choice'
import { sourceKey } from '../../core/model/model-source'
import type { Outcome } from '../../core/errors/outcome'
import type { ActionDeps } from '../app-deps'
import type { ModelTransfer } from './stored-models'
import { answeringModel } from './current-model'

const NOTHING_YET: LoadProgress = { stage: 'checking', loaded: 0 as Bytes, total: null }

/** A file's place in its folder, which a browser tells only of files that came with one. */
const pathOf = (file: File): string => (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath)

/** What stored models are given away, taken in, renewed and deleted by. One transfer at a time: a newer ends the older. */
export interface ModelTransfers {
  /** @returns how the model that was taken in is to be loaded; `null` where it was not. */
  take(files: readonly File[]): Promise<ModelChoice | null>
  give(key: string): Promise<Blob | null>
  remove(key: string): Promise<void>
  /** @returns what a newer commit of a stored model would take; `null` where there is none, which the state tells. */
  askForNewer(key: string): Promise<{ readonly choice: ModelChoice; readonly plan: LoadPlan } | null>
  stop(): void
}

/** Creates them. Loaded when one of them is first asked for. */
export const createModelTransfers = ({
  store: { getState, setState },
  engine,
  openWordVectors,
}: Pick<ActionDeps, 'store' | 'engine' | 'openWordVectors'>): ModelTransfers => {
  let transfer: AbortController | null = null

  const transferring = async <T>(
    phase: (progress: LoadProgress) => ModelTransfer,
    run: (options: CallOptions) => Promise<Outcome<T>>,
    phaseAfter: (value: T) => ModelTransfer = () => ({ kind: 'none' }),
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
      const told: ModelTransfer =
        outcome.kind === 'done'
          ? phaseAfter(outcome.value)
          : outcome.kind === 'failed'
            ? { kind: 'failed', error: outcome.error }
            : { kind: 'none' }
      setState({ modelTransfer: told })
    }
    return outcome.kind === 'done' ? outcome.value : null
  }

  /** A stored model as it was chosen last, so that the precision stays. */
  const choiceByKey = (key: string): ModelChoice | null => {
    const { storedModels, model, settings } = getState()
    const models = storedModels.kind === 'ready' ? storedModels.models : []
    const source = models.find((stored) => stored.key === key)?.source
    const chosen = [answeringModel(model)?.choice, settings.chosenModel].find(
      (choice) => choice && sourceKey(choice.source) === key,
    )
    return source ? { ...choiceOf(source, chosen ?? {}), newest: true } : null
  }

  return {
    take: async (files) => {
      const brought = files.map((file) => ({ path: pathOf(file), blob: file }))
      const stored = await transferring(
        (progress) => ({ kind: 'importing', progress }),
        (options) => engine.models.import(brought, options),
      )
      return stored && choiceOf(stored.source)
    },
    give: (key) =>
      transferring(
        (progress) => ({ kind: 'exporting', key, progress }),
        (options) => engine.models.export(key, options),
      ),
    remove: async (key) => {
      const removed = await engine.models.remove(key)
      const { chosenModel } = getState().settings
      if (removed.kind === 'done' && chosenModel && sourceKey(chosenModel.source) === key)
        setState(({ settings }) => ({ settings: { ...settings, chosenModel: null } }))
      if (removed.kind === 'failed') setState({ modelTransfer: removed })
      // What it made of words goes with it; where nothing is kept there is nothing to forget.
      else
        await openWordVectors()
          .then((kept) => kept.forget(key))
          .catch(() => undefined)
    },
    askForNewer: async (key) => {
      const choice = choiceByKey(key)
      if (!choice) return null
      const plan = await transferring(
        () => ({ kind: 'asking', key }),
        ({ signal }) => engine.plan(choice, signal),
        ({ present, revision }) => (present === revision ? { kind: 'newest', key } : { kind: 'none' }),
      )
      return plan && plan.present !== plan.revision ? { choice, plan } : null
    },
    stop: () => {
      transfer?.abort()
      transfer = null
      setState({ modelTransfer: { kind: 'none' } })
    },
  }
}
