import type { ActionDeps } from '../app-deps'
import { begunProgress, isBegun, isWhole } from '../../core/model/stored/begun-download'
import { isClassifier } from '../../core/model/files/model-files'
import { isUnderway } from '../../core/model/model-phase'
import { sourceKey } from '../../core/model/model-source'
import { answeringModel } from './current-model'
import type { ModelLoader } from './model-loader'

/**
 * Goes on with the model that the person chose at an earlier visit: one that is here whole is loaded, a
 * download that was cut off waits to be resumed. Nothing is downloaded, since no one has agreed to it today.
 *
 * @param toReadTags whether tags are about to be ranked, so that a classifier would be of no use.
 */
export const resumeRememberedModel = async (
  { store, engine }: Pick<ActionDeps, 'store' | 'engine'>,
  loader: ModelLoader,
  toReadTags: boolean,
): Promise<void> => {
  const { getState, setState } = store
  const choice = getState().settings.chosenModel
  if (!choice) return
  const before = getState().model
  // Somebody was quicker; what they want counts.
  if (isUnderway(before) && before.kind !== 'failed') return
  const listed = await engine.models.list()
  // As above.
  if (listed.kind !== 'done' || getState().model !== before) return
  setState({ storedModels: { kind: 'ready', models: listed.value } })
  const stored = listed.value.find(({ key }) => key === sourceKey(choice.source))
  if (!stored) return
  if (toReadTags && isClassifier(new Set(stored.files.map(({ path }) => path)))) return
  if (isWhole(stored)) {
    const signal = new AbortController().signal
    // Here at one precision is not here at the one that this device takes now.
    const planned = await engine.plan(choice, signal)
    if (planned.kind !== 'done' || planned.value.missing !== 0 || getState().model !== before) return
    await loader.load(choice)
  } else if (isBegun(stored))
    setState({
      model: {
        kind: 'paused',
        choice,
        progress: begunProgress(stored),
        previous: answeringModel(before),
        meanwhile: null,
      },
    })
}
