import type { Command, CommandGroup } from './command'

/**
 * A text as it is compared: without case, accents, vowel marks and the forms of one Arabic letter, so that `camara`
 * finds `cámara` and `ازالة` finds `إزالة`.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')

/** Arabic writes its article, and "and" before it, as part of the word. */
const ARTICLE = /^و?ال(?=..)/

const split = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

const wordsOf = (text: string): readonly string[] =>
  split(text).flatMap((word) => (ARTICLE.test(word) ? [word, word.replace(ARTICLE, '')] : [word]))

/**
 * What a typed word is worth, by where it is found. A synonym is worth what a word of the label is: `picture` means to
 * add some, which stands first, before it means to remove the one that is named so. What is called as was typed, with
 * nothing left over, comes before both: `camera` opens it, although it may stand for files on a device without one.
 */
const WORTH = { wholeLabel: 1.5, word: 1, beginning: 0.7, insideName: 0.5 } as const

/** A command as it is looked for. */
interface Sought {
  readonly words: readonly string[]
  readonly name: string
}

const isCalled = (label: string, typed: readonly string[]): boolean => {
  const words = wordsOf(label)
  return split(label).length === typed.length && typed.every((word) => words.includes(word))
}

const worthOf = (typed: string, { words, name }: Sought): number => {
  if (words.includes(typed)) return WORTH.word
  if (words.some((word) => word.startsWith(typed))) return WORTH.beginning
  return name.includes(typed) ? WORTH.insideName : 0
}

/**
 * The commands that fit what was typed, best first within their groups, and the groups by their best. All, as they
 * stand, while nothing was typed. Every typed word has to begin a word of the label or of its synonyms: letters that
 * lie about in a label find nothing, since what is found first is run by Enter. Only the name of a thing (a picture, a
 * tag) is found by its middle too.
 * @param synonymsOf other words for a command.
 */
export const rankCommands = (
  groups: readonly CommandGroup[],
  query: string,
  synonymsOf: (command: Command) => string,
): readonly CommandGroup[] => {
  const typed = split(query)
  if (typed.length === 0) return query.trim() === '' ? groups : []
  const scoreOf = (command: Command): number => {
    if (isCalled(command.label, typed)) return typed.length * WORTH.wholeLabel
    const sought = {
      words: wordsOf(`${command.label} ${synonymsOf(command)}`),
      name: folded(command.name ?? ''),
    }
    const worths = typed.map((word) => worthOf(word, sought))
    return worths.includes(0) ? 0 : worths.reduce((sum, worth) => sum + worth, 0)
  }
  const scored = groups.map(({ title, commands }) => ({
    title,
    lines: commands
      .map((command) => ({ command, score: scoreOf(command) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score),
  }))
  const bestOf = ({ lines }: (typeof scored)[number]) => lines[0]?.score ?? 0
  return scored
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => bestOf(b) - bestOf(a))
    .map(({ title, lines }) => ({ title, commands: lines.map(({ command }) => command) }))
}
