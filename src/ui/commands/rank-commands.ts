import type { Command, CommandGroup } from './command'

/**
 * A text as it is compared: without case, accents, vowel marks, lengthening strokes and the forms of one Arabic letter,
 * so that `camara` finds `cámara` and `ازالة` finds `إزالة`.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replaceAll('ٱ', 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')

/** Arabic writes its article, and what comes before it, as part of the word: for, with, like, and. */
const ARTICLE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=..)/

const split = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Letters of which words are made with spaces between them: there the middle of a word means nothing. */
const SPACED = /[\p{Script=Latin}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}]/u

/**
 * Whether the name of a thing has what was typed: at the beginning of a word; digits, and scripts without spaces, at any
 * place. Both folded.
 */
export const isInName = (name: string, typed: string): boolean => {
  if (!SPACED.test(typed)) return name.includes(typed)
  for (let at = name.indexOf(typed); at >= 0; at = name.indexOf(typed, at + 1))
    if (!/[\p{L}\p{N}]$/u.test(name.slice(0, at)) || /\p{N}$/u.test(name.slice(0, at))) return true
  return false
}

/** A word as it stands, and without its article: some words only look as if they had one. */
export const formsOf = (word: string): readonly string[] =>
  ARTICLE.test(word) ? [word, word.replace(ARTICLE, '')] : [word]

const wordsOf = (text: string): readonly string[] => split(text).flatMap(formsOf)

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

const overlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((word) => others.includes(word))

const isCalled = (label: string, typed: readonly string[]): boolean => {
  const words = wordsOf(label)
  return split(label).length === typed.length && typed.every((word) => overlap(formsOf(word), words))
}

const worthOf = (typed: string, { words, name }: Sought): number => {
  const forms = formsOf(typed)
  if (overlap(forms, words)) return WORTH.word
  if (forms.some((form) => words.some((word) => word.startsWith(form)))) return WORTH.beginning
  return forms.some((form) => isInName(name, form)) ? WORTH.insideName : 0
}

/**
 * The commands that fit what was typed, best first within their groups, and the groups by their best. All, as they
 * stand, while nothing was typed. Every typed word has to begin a word of the label or of its synonyms: letters that
 * lie about in a label find nothing, since what is found first is run by Enter. Only the name of a thing (a picture, a
 * tag) is found by digits of its middle too.
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
