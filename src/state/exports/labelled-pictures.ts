import { labelsOf, type LabelledPicture, type WhoseLabels } from '../../core/exports/shapes/labelled-picture'
import type { AppState, Picture } from '../app-state'
import type { Selectors } from '../selectors'
import { decidedTexts } from '../tasks/decisions/decisions'

/** What a list is labelled with: the state, and what follows from it. */
type Labelling = Pick<Selectors, 'labels' | 'fitsNone' | 'isBeyondModel'>

/** How many of the pictures the person has decided on, and of how many they named a tag. */
export const countDecided = (
  state: Pick<AppState, 'marks' | 'tags'>,
  pictures: readonly Picture[],
): { readonly decided: number; readonly tagged: number } => {
  const found = pictures.flatMap((picture) => decidedTexts(state, picture)?.length ?? [])
  return { decided: found.length, tagged: found.filter((length) => length > 0).length }
}

/**
 * Pictures with the labels that count, one after another; those that are left out are not among them.
 * @param state as it was when the export began.
 */
export function* labelledPictures(
  state: AppState,
  selectors: Labelling,
  pictures: Iterable<Picture>,
  whose: WhoseLabels,
): Generator<readonly [labelled: LabelledPicture, picture: Picture]> {
  const answered = (picture: Picture) => {
    if (picture.phase.kind === 'failed' || selectors.isBeyondModel(state, picture)) return null
    const labels = selectors.labels(state, picture)
    if (labels.length === 0) return null
    if (selectors.fitsNone(state, picture)) return []
    const answer = labels.filter(({ accepted }) => accepted)
    return (answer.length > 0 ? answer : labels.slice(0, 1)).map(({ tag, probability }) => ({
      label: tag,
      confidence: probability,
    }))
  }
  const { marks, tags } = state
  for (const picture of pictures) {
    const { name, phase } = picture
    const sha256 = phase.facts?.sha256 ?? null
    const both = { decided: decidedTexts({ marks, tags }, picture), answered: answered(picture) }
    const said = labelsOf(both, whose)
    if (said === null) continue
    const size = phase.facts && { width: phase.facts.width, height: phase.facts.height }
    const state = phase.kind === 'failed' ? 'unread' : 'read'
    yield [{ path: name, sha256, size, state, ...said }, picture]
  }
}
