/** How many times smaller than the file a JPEG's sides may be decoded: what libjpeg and browsers do at its blocks. */
export type Reduction = 2 | 4 | 8

const reductions: readonly Reduction[] = [2, 4, 8]

/**
 * Baseline JPEGs of up to this many million pixels are read: the 200 of phones and the 241 of cameras that move their
 * sensor. Decoding a row at a time, a browser needs memory for the reduced picture alone; yet it takes the time of
 * all pixels, a second for so many.
 */
export const REDUCED_LIMIT_MEGAPIXELS = 250

/**
 * By how much a picture that is over the limit is reduced: as little as brings it to half the limit, since its memory
 * is taken beside others'. Undefined where it is too large for that also. A half of so many pixels is more than 20
 * times what models see, so that what is lost is below a level of grey (docs/bench.md).
 */
export const reductionOf = (
  { width, height }: { readonly width: number; readonly height: number },
  limitMegapixels: number,
): Reduction | undefined => {
  const megapixels = (width * height) / 1e6
  if (megapixels > REDUCED_LIMIT_MEGAPIXELS) return undefined
  return reductions.find((reduction) => megapixels / reduction ** 2 <= limitMegapixels / 2)
}
