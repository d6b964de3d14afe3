import type { Desk } from '../../client/desk/create-desk'
import type { Differing } from '../../core/desk/duplicates/differing'
import type { KeptSet } from '../../core/desk/kept-set'
import { done, failed } from '../../core/errors/outcome'
import type { SetChange } from '../../protocol/desk-api'
import type { FolderBook } from '../../platform/pictures/folders/folder-source'
import { createFakeHistory } from './fake-history'
import type { TabMemory } from '../../platform/storage/tab-memory'

/** A desk with the lists of `earlier` visits; it keeps nothing beyond the test, and takes down what it is told. */
export const createFakeDesk = (earlier: readonly KeptSet[] = []) => {
  const changes: SetChange[] = []
  const differing = new Map<string, Differing>()
  const desk: Desk = {
    // As they are by then.
    list: () => Promise.resolve(done([...earlier])),
    hold: () => Promise.resolve(done([])),
    keep: (change) => {
      changes.push(change)
      return Promise.resolve(done(0))
    },
    folders: () => Promise.resolve(done([])),
    open: () =>
      Promise.resolve(done({ pictures: [], tags: [], missing: [], gone: [], changed: [], next: null })),
    arrived: () => Promise.resolve(done({ pictures: [], next: null })),
    recall: () => Promise.resolve(null),
    importProject: () => Promise.resolve(done(null)),
    walk: () => Promise.resolve(done({ files: [], next: null })),
    endWalk: () => Promise.resolve(done(null)),
    hashOf: async (file) => done(await file.text()),
    whenCopied: () => Promise.resolve(done(null)),
    differing: () => Promise.resolve(done([...differing.values()])),
    keepDiffering: (put, removed) => {
      for (const record of put) differing.set(record.id, record)
      for (const id of removed) differing.delete(id)
      return Promise.resolve(done(null))
    },
    forget: () => Promise.resolve(done([])),
    moveJobs: () => Promise.resolve(done([])),
    planMove: () => Promise.resolve(done(null)),
    moveOn: () => Promise.resolve(failed({ code: 'UNEXPECTED', detail: 'no job' })),
    turnMove: () => Promise.resolve(done(null)),
  }
  let own: string | null = null
  const tab: TabMemory = {
    read: () => own,
    write: (id) => {
      own = id
    },
  }
  const book: FolderBook = new WeakMap()
  const history = createFakeHistory()
  return { desk, tab, changes, book, differing, history, mayReadFolders: () => Promise.resolve(true) }
}
