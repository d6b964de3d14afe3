import type { Filter, Sort } from '../../../core/desk/view/view'
import type { AppState } from '../../app-state'

/** What of the state says how the list is looked at. */
export type Looked = Pick<AppState, 'filterTagId' | 'sort' | 'similarTo'>

const SORTS: Readonly<Record<AppState['sort'], Sort>> = {
  added: { by: 'added', descending: false },
  name: { by: 'path', descending: false },
  score: { by: 'sureness', descending: true },
  unsure: { by: 'sureness', descending: false },
  similar: { by: 'likeness', descending: true },
}

/** How the list is looked at. */
export const viewOf = ({ filterTagId, sort }: Looked): { readonly filter: Filter; readonly sort: Sort } => ({
  filter: { answers: filterTagId === null ? [] : [filterTagId], ranges: [] },
  sort: SORTS[sort],
})
