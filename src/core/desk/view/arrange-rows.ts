import { orderRows, surenessKey } from './order-rows'
import { showsAll, type Direction, type View } from './view'

/** What of rows a view depends on. Functions are made once for all rows; numbers are `NaN` where a row has none. */
export interface RowReader {
  /** In the order of arrival. */
  readonly all: readonly number[]
  /** Whether one of these is the answer to a row: as of `Filter.answers`. */
  isAnsweredBy(answers: readonly string[]): (row: number) => boolean
  scoreOf(label: string): (row: number) => number
  /** Places of names among each other. */
  rankOf(by: 'name' | 'path'): (row: number) => number
  dateOf(row: number): number
  sizeOf(row: number): number
  /** -1 and less where a row has no answer. */
  surenessOf(row: number): number
  /** How unlike the good ones it is. */
  unlikenessOf(row: number): number
  likenessTo(to: number | Direction | null): (other: number) => number
}

const filterRows = ({ filter }: View, reader: RowReader): readonly number[] => {
  if (showsAll(filter)) return reader.all
  const isAnswered = filter.answers.length === 0 ? () => true : reader.isAnsweredBy(filter.answers)
  const ranges = filter.ranges.map(({ label, least, most }) => {
    const scoreOf = reader.scoreOf(label)
    return (row: number) => {
      const score = scoreOf(row)
      return score >= least && score <= most
    }
  })
  return reader.all.filter((row) => isAnswered(row) && ranges.every((isWithin) => isWithin(row)))
}

const keyOf = ({ sort, scoreOf, likeTo, words }: View, reader: RowReader): ((row: number) => number) => {
  switch (sort.by) {
    case 'added':
      return () => 0
    case 'name':
    case 'path':
      return reader.rankOf(sort.by)
    case 'date':
      return reader.dateOf
    case 'size':
      return reader.sizeOf
    case 'sureness':
      return (row) => surenessKey(reader.surenessOf(row), sort.descending)
    case 'score':
      return scoreOf === null ? () => NaN : reader.scoreOf(scoreOf)
    case 'likeness':
      return reader.likenessTo(likeTo)
    case 'words':
      return reader.likenessTo(words)
    case 'unlikeness':
      return reader.unlikenessOf
  }
}

/** The rows that a view shows, in its order. */
export const arrangeRows = (view: View, reader: RowReader): readonly number[] => {
  const rows = filterRows(view, reader)
  if (view.sort.by === 'added') return view.sort.descending ? rows.toReversed() : rows
  return orderRows(rows, keyOf(view, reader), view.sort.descending)
}
