import type { Columns } from '../../client/columns/create-columns'
import { createDeskColumns } from '../../core/desk/desk-columns'
import { cancelled, done } from '../../core/errors/outcome'
import type { ColumnsNews } from '../../protocol/columns-api'
import { allOf } from '../desk-columns'

/** The real columns without a worker around them. */
export const createFakeColumns = (): Columns => {
  let columns = createDeskColumns()
  let generation = 1
  const take = ({ change, vectors, asks, compares }: ColumnsNews) => {
    if (change) columns.tell(change)
    if (vectors) columns.know(vectors)
    if (asks) columns.ask(asks.asked)
    if (compares) columns.compare(compares.good)
  }
  return {
    arrange: ({ view, ...news }) => {
      take(news)
      return Promise.resolve(done(allOf(columns.arrange(view))))
    },
    duplicates: (news, differing) => {
      take(news)
      return Promise.resolve(done(allOf(columns.duplicates(differing))))
    },
    map: (news, said) => {
      take(news)
      return Promise.resolve(done(allOf(columns.map(said))))
    },
    answersTo: (news, asked) => {
      take(news)
      return Promise.resolve(done(allOf(columns.answersTo(asked))))
    },
    words: (news, asked) => {
      take(news)
      return Promise.resolve(done(allOf(columns.words(asked))))
    },
    within: (line) => {
      const rows = columns.within(line)
      return Promise.resolve(rows ? done(rows) : cancelled)
    },
    generation: () => generation,
    stop: () => {
      columns = createDeskColumns()
      generation += 1
    },
  }
}
