import { showsAll, type Filter, type ScoreRange } from './view'

/** Shows every picture. */
export const NO_FILTER: Filter = { answers: [], ranges: [] }

/** Shows only what has this answer; the same again shows all. */
export const onlyAnswer = ({ answers, ranges }: Filter, id: string): Filter =>
  ranges.length === 0 && answers.length === 1 && answers[0] === id ? NO_FILTER : { answers: [id], ranges: [] }

/** Shows what has this answer too, or no longer. */
export const toggleAnswer = (filter: Filter, id: string): Filter => ({
  ...filter,
  answers: filter.answers.includes(id)
    ? filter.answers.filter((answer) => answer !== id)
    : [...filter.answers, id],
})

/** Shows only what is within a range, in place of another of the same label; one that holds every score asks nothing. */
export const withRange = (filter: Filter, range: ScoreRange): Filter => {
  const others = filter.ranges.filter(({ label }) => label !== range.label)
  return { ...filter, ranges: range.least <= 0 && range.most >= 1 ? others : [...others, range] }
}

/** Without what asks for labels that are gone: it would hide every picture. The same object where none is. */
export const withoutLabels = (filter: Filter, gone: ReadonlySet<string>): Filter => {
  if (gone.size === 0 || showsAll(filter)) return filter
  const answers = filter.answers.filter((id) => !gone.has(id))
  const ranges = filter.ranges.filter(({ label }) => !gone.has(label))
  return answers.length === filter.answers.length && ranges.length === filter.ranges.length
    ? filter
    : { answers, ranges }
}
