import type { Picture } from '../../state/app-state'
import type { RankedTag } from '../../state/ranking-selectors'
import { focusedPicture } from '../pictures/focused-picture'
import { useApp, useAppState } from '../ui-context'

const NOTHING: readonly RankedTag[] = []

/** The picture in focus and its tags, best first; none while it is not ranked. */
export const useFocusedRanking = (): {
  readonly picture: Picture | null
  readonly ranking: readonly RankedTag[]
} => {
  const { selectors } = useApp()
  const picture = useAppState(focusedPicture)
  const ranking = useAppState((state) => (picture ? selectors.ranking(state, picture) : NOTHING))
  return { picture, ranking }
}
