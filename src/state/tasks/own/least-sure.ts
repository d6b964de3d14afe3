import type { AppState } from '../../app-state'
import type { Selectors } from '../../selectors'

/** Ids of pictures that nothing was said of yet and that have an answer. */
const unsaid = ({ marks, pictures }: AppState): AppState['pictures'] => {
  const known = new Set(marks.map(({ id }) => id))
  return pictures.filter(({ phase }) => phase.kind === 'ready' && !known.has(phase.facts.sha256))
}

/** Whether there is a picture that nothing was said of yet. */
export const hasUnsaid = (state: AppState): boolean => unsaid(state).length > 0

/**
 * The picture whose two best answers are nearest to each other, of those that nothing was said of: it teaches most.
 * @param passed ids that were shown so already, which come again only when there is no other.
 */
export const leastSure = (
  state: AppState,
  selectors: Pick<Selectors, 'labels'>,
  passed: ReadonlySet<string>,
): string | null => {
  const all = unsaid(state)
  const others = all.filter(({ id }) => !passed.has(id))
  let [least, found]: [number, string | null] = [Infinity, null]
  for (const picture of others.length > 0 ? others : all) {
    const [best, second] = selectors.labels(state, picture)
    const margin = (best?.probability ?? Infinity) - (second?.probability ?? 0)
    if (margin < least) [least, found] = [margin, picture.id]
  }
  return found
}
