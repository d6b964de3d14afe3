import { decisionOf } from '../../../core/tasks/decisions/decision'
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

/** The hue of the tag that the person has decided a picture to be; -1 of one that is none of them, `null` of no decision. */
export const markHue = (
  { marks, tags }: Pick<AppState, 'marks' | 'tags'>,
  { phase }: Picture,
): number | null => {
  const mark = phase.facts && marksById(marks).get(phase.facts.sha256)
  const decision =
    mark &&
    decisionOf(
      mark,
      tags.map(({ id }) => id),
    )
  if (!decision) return null
  return decision.kind === 'none' ? -1 : (tags.find(({ id }) => id === decision.tagIds[0])?.hue ?? -1)
}
