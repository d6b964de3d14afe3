import { folded, formsOf, isInName } from './rank-commands'

/** How many of one kind are offered by name: more than these are found by typing on. */
const MOST_NAMED = 12

/** What was typed, without its first word, without its first two, ...: `only car` may mean `car`. */
const endsOf = (query: string): readonly string[] => {
  const typed = folded(query).trim().split(/\s+/)
  return typed.flatMap((_, i) => formsOf(typed.slice(i).join(' '))).filter((end) => end !== '')
}

/**
 * The things whose name has what was typed or an end of it, the first few of them; none before anything was
 * typed, so that ten thousand pictures do not bury the commands.
 */
export const namedLike = <T>(
  things: readonly T[],
  query: string,
  nameOf: (thing: T) => string,
): readonly T[] => {
  const ends = endsOf(query)
  if (ends.length === 0) return []
  const found: T[] = []
  for (const thing of things) {
    const name = folded(nameOf(thing))
    if (ends.some((end) => isInName(name, end))) found.push(thing)
    if (found.length === MOST_NAMED) break
  }
  return found
}
