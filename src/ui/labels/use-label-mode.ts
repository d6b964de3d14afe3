import { currentModel } from '../../state/model/current-model'
import { useActions, useAppState, useScreen, useScreenStore } from '../ui-context'

/** Whose labels stand in the column: the person's own tags, or a classifier's. */
export type LabelMode = 'tags' | 'imagenet'

/** The mode of the column of labels, and how to change it: back to the model of that kind, or to a choice of some. */
export const useLabelMode = (): {
  readonly mode: LabelMode
  readonly changeMode: (next: LabelMode) => Promise<void>
} => {
  const screen = useScreenStore()
  const { returnToTask } = useActions()
  const task = useAppState(({ model }) => currentModel(model)?.task ?? 'zero-shot')
  const choosing = useScreen((state) => state.choosingClassifier)
  return {
    mode: task === 'fixed-labels' || choosing ? 'imagenet' : 'tags',
    changeMode: async (next) => {
      screen.setState({ choosingClassifier: false })
      if (next === 'tags') {
        // Where no model that reads tags was ready before, the model's own dialog offers some.
        if (task === 'fixed-labels' && !(await returnToTask('zero-shot')))
          screen.setState({ dialog: 'model' })
      } else if (!(await returnToTask('fixed-labels'))) {
        screen.setState({ choosingClassifier: true })
      }
    },
  }
}
