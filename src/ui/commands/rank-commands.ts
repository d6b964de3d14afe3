import type { CommandGroup } from './command'

/** cmdk multiplies by 0.17 for each letter found in the middle of a later word: below this, letters fit by chance. */
const LEAST_OF_BEST = 0.2

/**
 * The commands that fit what was typed, best first within their groups, and the groups by their best. All, as they
 * stand, while nothing was typed.
 * @param scoreOf how well a label fits, 0 (not at all) to 1.
 */
export const rankCommands = (
  groups: readonly CommandGroup[],
  query: string,
  scoreOf: (label: string, query: string) => number,
): readonly CommandGroup[] => {
  const wanted = query.trim()
  if (wanted === '') return groups
  const scored = groups.map(({ title, commands }) => ({
    title,
    lines: commands
      .map((command) => ({ command, score: scoreOf(command.label, wanted) }))
      .sort((a, b) => b.score - a.score),
  }))
  const bestOf = ({ lines }: (typeof scored)[number]) => lines[0]?.score ?? 0
  const least = Math.max(...scored.map(bestOf)) * LEAST_OF_BEST
  return scored
    .sort((a, b) => bestOf(b) - bestOf(a))
    .map(({ title, lines }) => ({
      title,
      commands: lines.filter(({ score }) => score > 0 && score >= least).map(({ command }) => command),
    }))
    .filter(({ commands }) => commands.length > 0)
}
