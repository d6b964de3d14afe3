import { markTogether } from '../../../../core/tasks/own/marks'
import type { ActionDeps } from '../../../app-deps'
import type { WorkKeeper } from '../../../history/work-history'
import type { MarkActions } from '../own-actions'
import { markable } from './markable'
import { whenRead } from './when-read'

/** Creates what marks pictures that were taken together. */
export const createMarkHeld =
  ({
    store,
    newId,
    work,
  }: Pick<ActionDeps, 'store' | 'newId'> & {
    readonly work: Pick<WorkKeeper, 'record' | 'join'>
  }): MarkActions['markHeld'] =>
  async (pictureIds, tagId) => {
    const coming = store.getState().history.past.at(-1)
    await whenRead(store, new Set(pictureIds))
    const state = store.getState()
    const pictures = markable(state, pictureIds).map(({ id, name, encoded }) => ({ id, name, encoded }))
    // Taken back, or its tag removed, before it was read.
    if (pictures.length === 0 || !state.tags.some(({ id }) => id === tagId)) return
    const { mode } = state.settings.rules
    // Who holds a tag wants what is ranked to follow.
    store.setState({ learns: true })
    work.record(
      { kind: 'mark-pictures', count: pictures.length },
      { marks: markTogether(state.marks, pictures, tagId, mode, newId()) },
    )
    work.join((before, last) =>
      before === coming ? { label: last.label, change: { ...before.change, ...last.change } } : null,
    )
  }
