import { BARE_TEMPLATE, toPrompt } from '../scoring/prompt'

/** What a tag asks for. */
export interface TagMeaning {
  /** Ways of saying the tag; it is their average. */
  readonly phrasings: readonly string[]
  /** What the tag is not: each competes with it as a rival prompt. */
  readonly exclusions: readonly string[]
}

/** A text that is taken to the letter, whatever bars and hyphens it has. */
export const takeLiterally = (text: string): TagMeaning => ({ phrasings: [text], exclusions: [] })

/** A hyphen that begins a word and is followed by one: `-toy`, and not that of `well-known` or `- 5`. */
const EXCLUSION = /\s-(?=\S)/

/**
 * Reads `car | automobile -toy car`: phrasings parted by bars, and behind each what it is not. A text without a
 * phrasing (`-5`) or with nothing between its bars is taken as it stands.
 */
export const readTag = (text: string): TagMeaning => {
  const phrasings: string[] = []
  const exclusions: string[] = []
  for (const part of text.split('|')) {
    const [phrasing = '', ...rest] = part.trim().split(EXCLUSION)
    phrasings.push(phrasing.trim())
    exclusions.push(...rest.map((exclusion) => exclusion.trim()))
  }
  const said = [...new Set(phrasings.filter((phrasing) => phrasing !== ''))]
  return said.length === 0
    ? takeLiterally(text)
    : { phrasings: said, exclusions: [...new Set(exclusions.filter((exclusion) => exclusion !== ''))] }
}

/** The templates that a person wrote, one a line; the bare one where there is none. */
export const readTemplates = (text: string): readonly string[] => {
  const templates = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  return templates.length === 0 ? [BARE_TEMPLATE] : templates
}

/** Every text in every template. */
export const toPrompts = (texts: readonly string[], templates: readonly string[]): readonly string[] =>
  texts.flatMap((text) => templates.map((template) => toPrompt(template, text)))

/** All prompts that have to be embedded to score what a tag asks for. */
export const meaningPrompts = (
  { phrasings, exclusions }: TagMeaning,
  templates: readonly string[],
): readonly string[] => toPrompts([...phrasings, ...exclusions], templates)

/** All prompts that have to be embedded to score a tag. */
export const tagPrompts = (text: string, templates: readonly string[]): readonly string[] =>
  meaningPrompts(readTag(text), templates)
