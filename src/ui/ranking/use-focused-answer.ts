import type { Picture } from '../../state/app-state'
import { focusedPicture } from '../pictures/focused-picture'
import { useApp, useAppState } from '../ui-context'

/** The picture in focus, and whether the model that answers has said something of it. */
export const useFocusedAnswer = (): { readonly picture: Picture | null; readonly isAnswered: boolean } => {
  const { selectors } = useApp()
  const picture = useAppState(focusedPicture)
  const isAnswered = useAppState((state) => picture !== null && selectors.labels(state, picture).length > 0)
  return { picture, isAnswered }
}
