import { labelsOf, type LabelledPicture, type WhoseLabels } from '../../core/exports/shapes/labelled-picture'
import type { AppState, Picture } from '../app-state'
import type { Selectors } from '../selectors'

/** What a list is labelled with: the state, and what follows from it. */
type Labelling = Pick<Selectors, 'labels' | 'fitsNone' | 'isBeyondModel'>

const sha256Of = ({ phase }: Picture): string | null => phase.facts?.sha256 ?? null

/** Texts of the tags that the person has decided on, by the bytes of the picture; none where they said that none fits. */
const decidedTags = ({
  marks,
  tags,
}: Pick<AppState, 'marks' | 'tags'>): ReadonlyMap<string, readonly string[]> =>
  new Map(
    marks.flatMap((mark) => {
      const texts = tags.filter(({ id }) => mark.yes.includes(id)).map(({ text }) => text)
      const none = mark.yes.length === 0 && tags.length > 0 && tags.every(({ id }) => mark.no.includes(id))
      return texts.length > 0 || none ? [[mark.id, texts] as const] : []
    }),
  )

/** How many of the pictures the person has decided on, and of how many they named a tag. */
export const countDecided = (
  state: Pick<AppState, 'marks' | 'tags'>,
  pictures: readonly Picture[],
): { readonly decided: number; readonly tagged: number } => {
  const byId = decidedTags(state)
  const found = pictures.flatMap((picture) => {
    const texts = byId.get(sha256Of(picture) ?? '')
    return texts ? [texts.length] : []
  })
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
  const decided = decidedTags(state)
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
  for (const picture of pictures) {
    const { name, phase } = picture
    const sha256 = sha256Of(picture)
    const both = { decided: decided.get(sha256 ?? '') ?? null, answered: answered(picture) }
    const said = labelsOf(both, whose)
    if (said === null) continue
    const size = phase.facts && { width: phase.facts.width, height: phase.facts.height }
    const state = phase.kind === 'failed' ? 'unread' : 'read'
    yield [{ path: name, sha256, size, state, ...said }, picture]
  }
}
