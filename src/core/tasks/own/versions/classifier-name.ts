import { visibleText } from '../../../tags/visible-text'

/** Letters of the longest name. */
const LONGEST = 60

/** By which programs ask the classifier that the person teaches on the page: no name of another. */
export const PAGE_CLASSIFIER = 'mine'

/**
 * The name of a kept classifier, as links and programs have it: letters and digits of any script, `-` and `_`, with a `-`
 * for a space. Of these alone, so that it is the same in an address and needs no quotes.
 * @returns `null` where the text is no name.
 */
export const toClassifierName = (text: string): string | null => {
  const name = visibleText(text).trim().normalize('NFC').replace(/\s+/g, '-')
  const isName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(name) && name.length <= LONGEST
  return isName && name.toLowerCase() !== PAGE_CLASSIFIER ? name : null
}

/** Names that differ by large and small letters alone are one. */
export const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
