import type { AppState, Picture } from '../../../state/app-state'

/** The hue of the tag that the person has said of a picture; -1 of one that is none of them, `null` of no example. */
export const markHue = (
  { marks, tags }: Pick<AppState, 'marks' | 'tags'>,
  { phase }: Picture,
): number | null => {
  if (marks.length === 0 || phase.kind !== 'ready') return null
  const mark = marks.find(({ id }) => id === phase.facts.sha256)
  return mark ? (tags.find(({ id }) => id === mark.yes[0])?.hue ?? -1) : null
}
