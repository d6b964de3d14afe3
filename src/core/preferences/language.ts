/** The languages of the interface, by their BCP 47 tags, in the order of the menu. */
export const LANGUAGES = ['en', 'es', 'ar'] as const

/** A language of the interface. */
export type Language = (typeof LANGUAGES)[number]

const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text)

/**
 * The language to speak: the one that the person chose, else the first of those that they read and we have. A
 * regional variety is served by its language: `es-MX` by `es`.
 *
 * @param chosen `null` where the browser is to decide.
 * @param wanted BCP 47 tags as `navigator.languages` lists them, the best first.
 * @returns English where none fits.
 */
export const chooseLanguage = (chosen: Language | null, wanted: readonly string[]): Language =>
  chosen ?? wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find(isLanguage) ?? 'en'
