/** Marks that turn text around or hide it, and control characters: a name must not read otherwise than it is. */
const HIDDEN = /(?![\t\n\r])\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/** A text from a file or a stranger without what cannot be seen. Joiners stay: emoji and scripts need them. */
export const visibleText = (text: string): string => text.replace(HIDDEN, '')
