import type { KeyboardEvent } from 'react'
import type { SelectMode } from '../../../state/app-actions'
import { useActions, useApp, useScreenStore, useWords } from '../../context/ui-context'
import { useReviewKeys } from '../use-review-keys'
import { nextCardSize } from './grid-geometry'

/** What makes cards larger or smaller. */
const SIZES: Readonly<Record<string, 1 | -1>> = { '+': 1, '=': 1, '-': -1 }

/** The keys of the grid, on its container. `rowsPerPage` is how far Page Up and Page Down go. */
export const useGridKeys = (columns: number, rowsPerPage: number) => {
  const { store, selectors } = useApp()
  const { moveFocus, removePictures, select, selectAll, setCards } = useActions()
  const review = useReviewKeys()
  const screen = useScreenStore()
  const { direction } = useWords()

  // Arrows go where they point: the next picture stands on the left where lines are read from the right.
  const forward = direction === 'rtl' ? -1 : 1
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -forward,
    ArrowRight: forward,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * rowsPerPage,
    PageDown: columns * rowsPerPage,
    Home: -Infinity,
    End: Infinity,
  }
  const move = (step: number, mode: SelectMode) => {
    const state = store.getState()
    const shown = selectors.shownPictures(state)
    const at = shown.findIndex(({ id }) => id === state.selection.focusId)
    const first = shown[0]
    if (at === -1) {
      if (first) select(first.id, 'only')
      return
    }
    // A step over the edge stays, as in a file list, except that a last half row can be reached.
    const to = Math.max(0, Math.min(shown.length - 1, at + step))
    const overEdge = at + step < 0 || at + step >= shown.length
    const sameRow = Math.floor(to / columns) === Math.floor(at / columns)
    if (overEdge && Math.abs(step) === columns && sameRow) return
    if (to !== at) moveFocus(to - at, mode)
  }

  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return
    const { focusId, ids } = store.getState().selection
    const command = event.ctrlKey || event.metaKey
    const step = steps[event.key]
    const larger = SIZES[event.key]
    if (step !== undefined) move(step, event.shiftKey ? 'range' : 'only')
    else if (command && event.key.toLowerCase() === 'a') selectAll()
    // Where the system has taken one of the two, the other is left.
    else if (event.key === ' ' && (command || event.shiftKey)) {
      if (focusId !== null) select(focusId, 'toggle')
    } else if (command) return
    else if (larger !== undefined)
      setCards({ cardSize: nextCardSize(store.getState().settings.cardSize, larger) })
    else if (event.key === ' ' && focusId !== null) screen.setState({ large: true, phoneShows: 'picture' })
    else if (event.key === 'Delete' && ids.size > 0) removePictures([...ids])
    else if (review(event, false)) return
    else return
    event.preventDefault()
  }
}
