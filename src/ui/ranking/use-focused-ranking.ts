import type { Picture } from '../../state/app-state'
import type { PictureJudgement } from '../../state/tasks/zero-shot/judgements'
import { focusedPicture } from '../pictures/focused-picture'
import { useApp, useAppState } from '../ui-context'

const NOTHING: PictureJudgement = { ranking: [], rejected: false, margin: 0 }

/** The picture in focus and what is said of it, best tag first; no tags while it is not ranked. */
export const useFocusedRanking = (): {
  readonly picture: Picture | null
  readonly judgement: PictureJudgement
} => {
  const { selectors } = useApp()
  const picture = useAppState(focusedPicture)
  const judgement = useAppState((state) => (picture ? selectors.judgement(state, picture) : NOTHING))
  return { picture, judgement }
}
