import type { AppState, Picture } from '../../app-state'
import type { Selectors } from '../../selectors'
import { answeringTask } from '../tasks'

/**
 * What there is to accept of what the model says of a picture: ids of tags, none where none of them fits; `null` without an
 * answer that means anything, or where the answer is no tag of the person's.
 */
export const acceptedTags = (
  state: AppState,
  selectors: Pick<Selectors, 'labels' | 'fitsNone' | 'isBeyondModel'>,
  picture: Picture,
): readonly string[] | null => {
  if (answeringTask(state) === 'fixed-labels' || selectors.isBeyondModel(state, picture)) return null
  if (selectors.fitsNone(state, picture)) return []
  const here = new Set(state.tags.map(({ id }) => id))
  const accepted = selectors.labels(state, picture).filter((label) => label.accepted && here.has(label.tagId))
  return accepted.length === 0 ? null : accepted.map(({ tagId }) => tagId)
}
