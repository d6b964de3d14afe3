import type { Mark } from '../../../core/tasks/own/marks'
import type { AppState, Picture } from '../../../state/app-state'

/** Marks by their pictures' bytes, made once for a list: every card asks. */
const byList = new WeakMap<readonly Mark[], ReadonlyMap<string, Mark>>()

const marksById = (marks: readonly Mark[]): ReadonlyMap<string, Mark> => {
  const known = byList.get(marks)
  if (known) return known
  const made = new Map(marks.map((mark) => [mark.id, mark]))
  byList.set(marks, made)
  return made
}

/** The hue of the tag that the person has said of a picture; -1 of one that is none of them, `null` of no example. */
export const markHue = (
  { marks, tags }: Pick<AppState, 'marks' | 'tags'>,
  { phase }: Picture,
): number | null => {
  if (marks.length === 0 || phase.kind !== 'ready') return null
  const mark = marksById(marks).get(phase.facts.sha256)
  return mark ? (tags.find(({ id }) => id === mark.yes[0])?.hue ?? -1) : null
}
