import type { HistoryStore } from '../../platform/storage/history-store'
import type { KeptView } from '../../platform/storage/kept-view'
import type { WorkStep } from '../../state/app-state'

/** Histories that are kept as long as the test, copied as a database copies them. */
export const createFakeHistory = (): HistoryStore<WorkStep> & {
  readonly lines: ReadonlyMap<string, { readonly steps: readonly WorkStep[]; readonly done: number }>
} => {
  const lines = new Map<string, { readonly steps: WorkStep[]; readonly done: number }>()
  const views = new Map<string, KeptView>()
  return {
    lines,
    read: (setId) => Promise.resolve(lines.get(setId) ?? null),
    write: (setId, { put, length, done }) => {
      const steps = lines.get(setId)?.steps.slice(0, length) ?? []
      for (const [place, step] of put) steps[place] = structuredClone(step)
      lines.set(setId, { steps, done })
      return Promise.resolve()
    },
    readView: (setId) => Promise.resolve(views.get(setId) ?? null),
    writeView: (setId, view) => {
      views.set(setId, structuredClone(view))
      return Promise.resolve()
    },
    forget: (setIds) => {
      for (const id of setIds === 'all' ? [...lines.keys()] : setIds) lines.delete(id)
      return Promise.resolve()
    },
  }
}
