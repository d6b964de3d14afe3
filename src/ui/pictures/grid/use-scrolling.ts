import { useEffect, useRef } from 'react'
import { useAppState } from '../../context/ui-context'

/** What scrolls: of the virtualiser no more than that. */
interface Scrolls {
  scrollToIndex(row: number, options: { readonly align: 'auto' }): void
  scrollToOffset(offset: number): void
}

/**
 * Scrolls to the picture in focus when focus goes to another, or rows get another length; and to the beginning when a
 * person asks for another order or filter. A picture that moves while others are encoded is not followed.
 *
 * @param focusRow -1 where the picture in focus is not shown.
 */
export const useScrolling = (
  grid: Scrolls,
  focusId: string | null,
  focusRow: number,
  columns: number,
): void => {
  const sort = useAppState((state) => state.sort)
  const scoreOf = useAppState((state) => state.scoreOf)
  const similarTo = useAppState((state) => state.similarTo)
  const words = useAppState(({ search }) => search?.words)
  const filter = useAppState((state) => state.filter)
  const isFirst = useRef(true)
  /** Whether the picture in focus is still to be scrolled to: the order of a long list comes a moment later. */
  const isWanted = useRef(true)
  useEffect(() => {
    if (!isFirst.current) {
      grid.scrollToOffset(0)
      isWanted.current = false
    }
    isFirst.current = false
  }, [grid, sort, scoreOf, similarTo, words, filter])
  useEffect(() => {
    isWanted.current = true
  }, [focusId, columns])
  useEffect(() => {
    if (!isWanted.current || focusRow < 0) return
    isWanted.current = false
    grid.scrollToIndex(focusRow, { align: 'auto' })
  })
}
