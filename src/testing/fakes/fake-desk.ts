import type { Desk } from '../../client/desk/create-desk'
import { done } from '../../core/errors/outcome'
import type { SetChange } from '../../protocol/desk-api'
import type { TabMemory } from '../../platform/storage/tab-memory'

/** A desk that keeps nothing beyond the test, and takes down what it is told. */
export const createFakeDesk = () => {
  const changes: SetChange[] = []
  const desk: Desk = {
    list: () => Promise.resolve(done([])),
    hold: () => Promise.resolve(done([])),
    keep: (change) => {
      changes.push(change)
      return Promise.resolve(done(0))
    },
    open: () => Promise.resolve(done({ pictures: [], missing: [] })),
    recall: () => Promise.resolve(null),
    whenCopied: () => Promise.resolve(done(null)),
    forget: () => Promise.resolve(done(null)),
  }
  let own: string | null = null
  const tab: TabMemory = {
    read: () => own,
    write: (id) => {
      own = id
    },
  }
  return { desk, tab, changes }
}
