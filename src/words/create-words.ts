import { createInstance } from 'i18next'
import type { Language } from '../core/language'
import { english } from './en/english'
import { createFormats } from './formats'
import type { Translate } from './translate'
import type { Wording } from './wording'

/** The texts of the interface, in the language that it has now. */
export interface Words {
  now(): Wording
  /** @returns ends it. */
  subscribe(listener: () => void): () => void
}

const asItIs = (text: string): string => text

/** Creates the words. English is part of the page. */
export const createWords = (): Words => {
  const i18n = createInstance()
  void i18n.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: english } },
    // Everything is here already: texts can be asked for when this returns.
    initAsync: false,
    nsSeparator: false,
    // React puts texts into the page as text.
    interpolation: { escapeValue: false },
  })
  const wordingOf = (language: Language): Wording => {
    const fixed = i18n.getFixedT(language)
    const t: Translate = (key, ...[values]) => fixed(key, { ...values, nest: false })
    const format = createFormats('en-GB', t, asItIs)
    i18n.services.formatter?.add('number', (value: number) => format.count(value))
    return { language, direction: 'ltr', t, format }
  }
  const wording = wordingOf('en')
  return { now: () => wording, subscribe: () => () => undefined }
}
