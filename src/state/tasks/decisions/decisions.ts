import { decisionOf, type Decision } from '../../../core/tasks/decisions/decision'
import type { Mark } from '../../../core/tasks/own/marks'
import { NONE_ID } from '../../../core/desk/view/view'
import type { TagList } from '../../../core/tags/tag-list'
import type { AppState, Picture } from '../../app-state'
import { memoizeLast } from '../../memoize-last'
import { createEachPicture } from '../../pictures/each-picture'

/** Marks by their pictures' bytes, made once for a list: every card asks. */
const byList = new WeakMap<readonly Mark[], ReadonlyMap<string, Mark>>()

const marksById = (marks: readonly Mark[]): ReadonlyMap<string, Mark> => {
  const known = byList.get(marks)
  if (known) return known
  const made = new Map(marks.map((mark) => [mark.id, mark]))
  byList.set(marks, made)
  return made
}

/** What marks come to with these tags, made out once of each: a decision more costs one. */
const byTags = memoizeLast((tags: TagList) => ({
  tagIds: tags.map(({ id }) => id),
  known: new WeakMap<Mark, { readonly decision: Decision | null }>(),
}))

/** What of the state decisions depend on. */
type Decided = Pick<AppState, 'marks' | 'tags'>

/** What the person has decided a picture to be; `null` of one that is not decided. */
export const decisionFor = ({ marks, tags }: Decided, { phase }: Pick<Picture, 'phase'>): Decision | null => {
  if (marks.length === 0 || phase.facts === null) return null
  const mark = marksById(marks).get(phase.facts.sha256)
  if (!mark) return null
  const { tagIds, known } = byTags(tags)
  const found = known.get(mark)
  if (found) return found.decision
  const decision = decisionOf(mark, tagIds)
  known.set(mark, { decision })
  return decision
}

/** Texts of the tags that a picture was decided to be, none where none is true of it; `null` of one that is not decided. */
export const decidedTexts = (state: Decided, picture: Pick<Picture, 'phase'>): readonly string[] | null => {
  const decision = decisionFor(state, picture)
  if (decision === null || decision.kind === 'none') return decision && []
  return state.tags.filter(({ id }) => decision.tagIds.includes(id)).map(({ text }) => text)
}

/** Whether a picture is to be decided: what could not even be read is not. */
export const isUndecided = (state: Decided, picture: Pick<Picture, 'phase'>): boolean =>
  decisionFor(state, picture) === null && (picture.phase.kind !== 'failed' || picture.phase.facts !== null)

/** How many pictures of the list are decided: in all, and for each tag by its id, by `NONE_ID` of none of them. */
export interface DecidedCounts {
  readonly all: number
  readonly byTag: ReadonlyMap<string, number>
}

const NOTHING: readonly string[] = []
const NONE: readonly string[] = [NONE_ID]

/** SHA-256s of pictures of which something else was said. */
export const changedMarks = (before: AppState['marks'], after: AppState['marks']): ReadonlySet<string> => {
  const known = new Set(before)
  const stays = new Set(after)
  return new Set([
    ...before.flatMap((mark) => (stays.has(mark) ? [] : [mark.id])),
    ...after.flatMap((mark) => (known.has(mark) ? [] : [mark.id])),
  ])
}

const countEach = createEachPicture({
  valueOf: (picture, marks: AppState['marks'], tags: TagList): readonly string[] => {
    const decision = decisionFor({ marks, tags }, picture)
    return decision === null ? NOTHING : decision.kind === 'none' ? NONE : decision.tagIds
  },
  touched: ([marks, tags], [marksNow, tagsNow]) => {
    if (tags !== tagsNow) return null
    const said = changedMarks(marks, marksNow)
    return ({ phase }) => phase.facts !== null && said.has(phase.facts.sha256)
  },
  empty: () => ({ all: 0, byTag: new Map<string, number>() }),
  count: (sum, ids, by) => {
    if (ids.length > 0) sum.all += by
    for (const id of ids) sum.byTag.set(id, (sum.byTag.get(id) ?? 0) + by)
  },
  copy: ({ all, byTag }) => ({ all, byTag: new Map(byTag) }),
})

/** Examples of each tag by its id, whether their pictures are on the list or came with a file: what is learned from. */
export const exampleCounts = memoizeLast((marks: AppState['marks']): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { yes } of marks) for (const id of yes) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
})

/** The counts of the page: those who show them share one memory. */
export const decidedCounts = ({ pictures, marks, tags }: AppState): DecidedCounts =>
  countEach(pictures, marks, tags)
