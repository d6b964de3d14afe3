import { createLate } from '../../core/async/late'
import type { AppActions } from '../app-actions'
import type { ActionDeps } from '../app-deps'
import type { Arranger } from './arranged/create-arranger'

/** What is asked of pictures now and then, each part of it fetched when it is first wanted. */
export const createLateParts = (
  all: ActionDeps,
  openArranger: () => Promise<Arranger>,
): Pick<AppActions, 'searching' | 'suggesting' | 'why'> => ({
  searching: createLate(async () => (await import('./search/create-search')).createSearch(all)),
  suggesting: createLate(async () => {
    const [{ createSuggestions }, arranger, kept] = await Promise.all([
      import('./suggestions/create-suggestions'),
      openArranger(),
      all.openWordVectors(),
    ])
    return createSuggestions(all, arranger, kept)
  }),
  why: createLate(async () => (await import('./regions/create-regions')).createRegions(all)),
})
