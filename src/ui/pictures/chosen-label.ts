import { useApp, useAppState } from '../context/ui-context'
import { focusedPicture } from './focused-picture'

/** Ids of the labels that a person is looking at. */
interface ChosenLabel {
  /** The one whose pictures are shown alone. */
  readonly only: string | undefined
  /** The best of the picture in focus. */
  readonly best: string | undefined
}

/** Which label is meant where one is wanted and none was named. */
export const useChosenLabel = (): ChosenLabel => {
  const { selectors } = useApp()
  const only = useAppState(({ filter }) => (filter.answers.length === 1 ? filter.answers[0] : undefined))
  const best = useAppState((state) => {
    const picture = focusedPicture(state)
    return picture ? selectors.labels(state, picture)[0]?.tagId : undefined
  })
  return { only, best }
}
