import type { Language } from '../core/preferences/language'
import type { Formats } from './formats'
import type { Translate } from './translate'

/** All that is needed to speak to a person: texts and figures of one language. Replaced whole when it changes. */
export interface Wording {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly t: Translate
  readonly format: Formats
}

/** A text that is made when somebody reads it, in the language they read then. */
export type Sentence = (words: Wording) => string
