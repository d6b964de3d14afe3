/** The languages of the interface, by their BCP 47 tags. */
export const LANGUAGES = ['en'] as const

/** A language of the interface. */
export type Language = (typeof LANGUAGES)[number]
