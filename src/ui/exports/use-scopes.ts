import { useMemo } from 'react'
import type { ExportScope } from '../../core/exports/export-request'
import { countDecided } from '../../state/exports/labelled-pictures'
import { exporting } from '../../words/en/pictures/exporting'
import { useApp, useAppState, useWordsWith } from '../context/ui-context'
import type { Choice } from './choices'

/** Which pictures can be chosen, and which are before anything is. */
export const useScopes = (): {
  readonly first: ExportScope
  readonly choices: readonly Choice<ExportScope>[]
} => {
  const { t, format } = useWordsWith(exporting)
  const { selectors } = useApp()
  const all = useAppState(({ pictures }) => pictures.length)
  const shown = useAppState((state) => selectors.shownPictures(state).length)
  const marked = useAppState(({ selection }) => selection.ids.size)
  const first = marked > 1 ? 'marked' : shown < all ? 'shown' : 'all'
  const counts = { all, shown, marked }
  // What is the same as all is no choice.
  const scopes = (['all', 'shown', 'marked'] as const).filter(
    (one) => one === 'all' || (counts[one] > 0 && counts[one] < all),
  )
  const choices = scopes.map((one) => ({
    value: one,
    label: t(`exporting.scopes.${one}`, { number: format.count(counts[one]) }),
  }))
  return { first: scopes.includes(first) ? first : 'all', choices }
}

/** How many of the pictures that are chosen the person has decided on. */
export const useDecided = (scope: ExportScope) => {
  const { selectors } = useApp()
  const marks = useAppState((state) => state.marks)
  const tags = useAppState((state) => state.tags)
  const pictures = useAppState((state) => (scope === 'all' ? state.pictures : selectors.shownPictures(state)))
  const ids = useAppState(({ selection }) => selection.ids)
  return useMemo(() => {
    const chosen = scope === 'marked' ? pictures.filter(({ id }) => ids.has(id)) : pictures
    return countDecided({ marks, tags }, chosen)
  }, [scope, pictures, ids, marks, tags])
}
