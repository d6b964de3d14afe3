/** Characters that stay visible at the end: an extension and the last digits of a camera's name. */
const TAIL = 9

/** Where a short text needs no cut. */
const SHORT = 16

/**
 * Splits a name into a part that may be cut and an end that may not. Splits between what a reader takes for
 * characters, so that an emoji or an accent is never torn.
 */
export const splitMiddle = (text: string): readonly [head: string, tail: string] => {
  if (text.length <= SHORT) return [text, '']
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  const cut = characters.length - TAIL
  return [characters.slice(0, cut).join(''), characters.slice(cut).join('')]
}
