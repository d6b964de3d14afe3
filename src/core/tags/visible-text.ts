/**
 * Marks that turn text around or hide it, control characters, and letters that show nothing: a name must not read
 * otherwise than it is. Joiners and variation selectors stay, since emoji and scripts need them, and so do the tags
 * that spell the flag of a region; `flag` is one of those.
 */
const HIDDEN =
  // eslint-disable-next-line no-misleading-character-class -- each is meant by itself, whatever it joins to elsewhere
  /(?<flag>\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,8}\u{e007f})|(?![\t\n\r])\p{Cc}|(?![\u200c\u200d\u180b-\u180d\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu

/** Half of a character. It shows as one that is missing, and breaks what encodes text. */
const HALF = /\p{Surrogate}/gu

/**
 * A text from anywhere without what cannot be seen. Whatever becomes a tag, a template or a name, and every part of
 * an error, passes here once, where it comes in. What programs send and get back is left to the letter.
 */
export const visibleText = (text: string): string =>
  text.replace(HIDDEN, (_, flag?: string) => flag ?? '').replace(HALF, '\ufffd')

/** A text within a sentence, of at most `most` letters: a tag of ten thousand would be no sentence. */
export const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text
