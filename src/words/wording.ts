import type { Language } from '../core/preferences/language'
import type { Formats } from './formats'
import type { Translate, TranslateOf } from './translate'

/** All that is needed to speak to a person: texts and figures of one language. Replaced whole when it changes. */
export interface Wording {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly t: Translate
  readonly format: Formats
}

declare const brought: unique symbol

/**
 * The same with the texts of a late part: `Words.with` gives it. What is not of this type cannot ask for a text that may
 * not be there.
 */
export interface WordingWith<Tree> extends Wording {
  readonly t: Translate & TranslateOf<Tree>
  /** For the compiler alone: two functions of so many keys look alike to it, and texts that had not come were shown. */
  readonly [brought]: Tree
}

/** A text that is made when somebody reads it, in the language they read then. */
export type Sentence = (words: Wording) => string
