import { createInstance } from 'i18next'
import type { Language } from '../core/preferences/language'
import { createLate, type Late } from '../core/async/late'
import { english } from './en/english'
import { createFormats } from './formats'
import { rememberTexts } from './remember-texts'
import type { Translate } from './translate'
import type { Translation } from './translation'
import type { Wording, WordingWith } from './wording'

/** The texts of the interface, in the language that it has now. */
export interface Words {
  now(): Wording
  /** The same with English texts that come with a late part of the page. Other languages have all of theirs. */
  with<Tree extends object>(texts: Tree): WordingWith<Tree>
  /** @returns ends it. */
  subscribe(listener: () => void): () => void
  /**
   * Changes to another language once its texts are here. The newest call wins. Where they cannot be had, which
   * takes a first visit without a network, the language stays as it is.
   * @returns whether the texts are here.
   */
  speak(language: Language): Promise<boolean>
}

const createTranslations = (): Readonly<Record<Exclude<Language, 'en'>, Late<Translation>>> => ({
  es: createLate(async () => (await import('./es/spanish')).spanish),
  ar: createLate(async () => (await import('./ar/arabic')).arabic),
})

/**
 * How figures are written. Arabic keeps the digits of columns, pixels and files beside them: the digits that
 * `ar` alone would give differ from country to country, and fonts rarely have them in equal widths.
 */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', ar: 'ar-u-nu-latn' }

const FIRST_STRONG_ISOLATE = '\u2068'
const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const END_OF_ISOLATE = '\u2069'

/**
 * Keeps a name, a tag or an address from turning around what stands beside it in a text of the other direction. A bare
 * number turns nothing around, and marks around it would hide it from those who say it to press a button.
 */
const isolateText = (text: string): string =>
  /^[\d.,]+$/.test(text) ? text : `${FIRST_STRONG_ISOLATE}${text}${END_OF_ISOLATE}`

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

const isolateFigure = (figure: string): string => `${LEFT_TO_RIGHT_ISOLATE}${figure}${END_OF_ISOLATE}`

const asItIs = (text: string): string => text

/** Creates the words. They begin in English, which is part of the page. */
export const createWords = (): Words => {
  const i18n = createInstance()
  const translations = createTranslations()
  const listeners = new Set<() => void>()
  let now: Wording
  let wanted: Language = 'en'
  const added = new Set<object>()

  void i18n.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: english } },
    // Everything is here already: texts can be asked for when this returns.
    initAsync: false,
    nsSeparator: false,
    // React puts texts into the page as text, so nothing is escaped.
    interpolation: {
      escape: (value: string) =>
        now.direction === 'rtl' || RIGHT_TO_LEFT.test(value) ? isolateText(value) : value,
    },
  })
  i18n.services.formatter?.add('number', (value: number) => now.format.count(value))

  const wordingOf = (language: Language): Wording => {
    const fixed = i18n.getFixedT(language)
    // What is put into a text is never read as one: tags and file names come from anywhere.
    const made = rememberTexts((key, values) => fixed(key, { ...values, nest: false }))
    const t: Translate = (key, ...[values]) => made(key, values)
    const direction = language === 'ar' ? 'rtl' : 'ltr'
    const isolate = direction === 'rtl' ? isolateFigure : asItIs
    return { language, direction, t, format: createFormats(locales[language], t, isolate) }
  }
  now = wordingOf('en')

  return {
    now: () => now,
    with: <Tree extends object>(texts: Tree) => {
      if (!added.has(texts)) i18n.addResourceBundle('en', 'translation', texts, true)
      added.add(texts)
      // What the compiler cannot know: by now they are there.
      return now as WordingWith<Tree>
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    speak: async (language) => {
      wanted = language
      if (language !== 'en' && !i18n.hasResourceBundle(language, 'translation')) {
        const texts = await translations[language].load().catch(() => null)
        if (texts === null) return false
        i18n.addResourceBundle(language, 'translation', texts)
      }
      if (wanted !== language || now.language === language) return true
      now = wordingOf(language)
      for (const listener of listeners) listener()
      return true
    },
  }
}
