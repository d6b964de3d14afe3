/** How many of one kind are offered by name: more than these are found by typing on. */
const MOST_NAMED = 12

/**
 * The things whose command holds what was typed, the first few of them; none before anything was typed, so that ten
 * thousand pictures do not bury the commands.
 */
export const named = <T>(
  things: readonly T[],
  query: string,
  labelOf: (thing: T) => string,
): readonly T[] => {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return []
  const found: T[] = []
  for (const thing of things) {
    if (labelOf(thing).toLowerCase().includes(wanted)) found.push(thing)
    if (found.length === MOST_NAMED) break
  }
  return found
}
