import { failed } from '../../core/errors/outcome'
import { toPartError } from '../../core/async/late'
import { measureModel } from '../../client/measure/measure-model'
import type { Rung } from '../../core/runtime/measure/measurement'
import { choiceOf, type ModelChoice } from '../../core/model/model-choice'
import type { MeasureActions } from './measuring'
import type { ActionDeps } from '../app-deps'
import { answeringModel } from './current-model'

/**
 * Builds the measuring of this machine.
 * @param choose goes on with the model on a rung that the person has chosen.
 */
export const createMeasureActions = (
  { store, engine }: Pick<ActionDeps, 'store' | 'engine'>,
  choose: (choice: ModelChoice) => Promise<void>,
): MeasureActions => {
  const { getState, setState } = store
  let running: AbortController | null = null

  return {
    measure: async () => {
      const source = answeringModel(getState().model)?.choice.source
      if (!source || running) return
      const mine = new AbortController()
      running = mine
      setState({ measuring: { kind: 'running', progress: null } })
      // What a browser lacks for it, a canvas say, it says by an exception.
      const outcome = await measureModel(engine.trials, source, {
        signal: mine.signal,
        onProgress: (progress) => {
          if (running === mine) setState({ measuring: { kind: 'running', progress } })
        },
      }).catch((error: unknown) => failed(toPartError(error)))
      if (running !== mine) return
      running = null
      setState({
        measuring:
          outcome.kind === 'done'
            ? { kind: 'done', source, measurement: outcome.value }
            : outcome.kind === 'failed'
              ? outcome
              : { kind: 'none' },
      })
    },
    stopMeasuring: () => {
      if (!running) return
      running.abort()
      running = null
      setState({ measuring: { kind: 'none' } })
    },
    runOn: ({ device, dtype, executor }: Rung) => {
      const { measuring } = getState()
      if (measuring.kind === 'done')
        void choose(choiceOf(measuring.source, { device, dtype, ...(executor === 'own' && { executor }) }))
    },
  }
}
