import type { SelectMode } from '../app-actions'
import type { Selection } from '../app-state'

/** Nothing marked. */
export const EMPTY_SELECTION: Selection = { focusId: null, anchorId: null, ids: new Set() }

const rangeBetween = (shown: readonly string[], from: string | null, to: string): string[] => {
  const end = shown.indexOf(to)
  const start = from === null ? end : shown.indexOf(from)
  return start < 0 || end < 0 ? [to] : shown.slice(Math.min(start, end), Math.max(start, end) + 1)
}

/**
 * The selection after picture `id` was chosen.
 * @param shown ids in the order on the screen, which a range follows.
 */
export const selectPicture = (
  selection: Selection,
  shown: readonly string[],
  id: string,
  mode: SelectMode,
): Selection => {
  switch (mode) {
    case 'only':
      return { focusId: id, anchorId: id, ids: new Set([id]) }
    case 'toggle': {
      const ids = new Set(selection.ids)
      if (!ids.delete(id)) ids.add(id)
      return { focusId: id, anchorId: id, ids }
    }
    case 'range':
      return {
        focusId: id,
        anchorId: selection.anchorId ?? id,
        ids: new Set(rangeBetween(shown, selection.anchorId, id)),
      }
  }
}

/** The selection after focus moved by `delta` places; at the ends it stays. */
export const moveSelection = (
  selection: Selection,
  shown: readonly string[],
  delta: number,
  mode: SelectMode,
): Selection => {
  if (shown.length === 0) return selection
  const from = selection.focusId === null ? -1 : shown.indexOf(selection.focusId)
  const to = from < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, from + delta))
  const id = shown[to]
  return id === undefined ? selection : selectPicture(selection, shown, id, mode)
}

/** The selection without pictures that are gone; focus goes to the next one that is left, else the one before. */
export const withoutPictures = (
  selection: Selection,
  shown: readonly string[],
  gone: ReadonlySet<string>,
): Selection => {
  const ids = new Set([...selection.ids].filter((id) => !gone.has(id)))
  if (selection.focusId === null || !gone.has(selection.focusId)) return { ...selection, ids }
  const position = shown.indexOf(selection.focusId)
  const left = (id: string) => !gone.has(id)
  const focusId =
    shown.slice(position).find(left) ?? shown.slice(0, Math.max(0, position)).findLast(left) ?? null
  return { focusId, anchorId: focusId, ids: focusId === null ? ids : new Set([...ids, focusId]) }
}
