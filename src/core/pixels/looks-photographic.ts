/**
 * Below this share of equal neighbours a picture is taken for a photograph. Of 43 photographs and 1,500 drawings
 * of the built-in model's kind, both cut to 64 x 64, it finds 86 % of the photographs and wrongly calls 6 % of the
 * drawings one. Four further measures (near-equal neighbours, commonest colours, number of colours) moved
 * neither figure by more than a few points.
 */
const EQUAL_NEIGHBOURS = 0.2

/**
 * Whether a picture looks like a photograph and not like a drawing: sensors leave noise, pens leave areas of one
 * colour. A hint for people, not a fact.
 *
 * @param rgba of the model's view, 4 bytes a pixel.
 */
export const looksPhotographic = (rgba: Uint8ClampedArray, width: number, height: number): boolean => {
  let pairs = 0
  let equal = 0
  const compare = (a: number, b: number) => {
    pairs += 1
    if (rgba[a] === rgba[b] && rgba[a + 1] === rgba[b + 1] && rgba[a + 2] === rgba[b + 2]) equal += 1
  }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      if (x + 1 < width) compare(at, at + 4)
      if (y + 1 < height) compare(at, at + width * 4)
    }
  }
  return pairs > 0 && equal / pairs < EQUAL_NEIGHBOURS
}
