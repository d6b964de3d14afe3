import type { Fit } from './recipe'

/** How many times smaller than the file a JPEG's sides may be decoded: what libjpeg and browsers do at its blocks. */
export type Reduction = 2 | 4 | 8

/**
 * How the pixels of pictures are read: `exact` is Pillow's way to the byte; `fast` decodes large JPEGs at a fraction of
 * their size first, and the exact resize follows (ADR 43). What cannot be read fast is read exactly.
 */
export type Reading = 'exact' | 'fast'

interface Size {
  readonly width: number
  readonly height: number
}

const reductions: readonly Reduction[] = [2, 4, 8]

/**
 * A bitmap of this many million pixels takes 400 MB, about what a tab on a small machine can spare. What is over
 * is not decoded whole: two decompression bombs of 400 and 2,500 are among the files that we test with.
 */
export const WHOLE_LIMIT_MEGAPIXELS = 100

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
export const reductionOf = ({ width, height }: Size, limitMegapixels: number): Reduction | undefined => {
  const megapixels = (width * height) / 1e6
  if (megapixels > REDUCED_LIMIT_MEGAPIXELS) return undefined
  return reductions.find((reduction) => megapixels / reduction ** 2 <= limitMegapixels / 2)
}

/** A fast reading leaves at least so many pixels along each side for one that the model sees. */
const FAST_SURPLUS = 4

/**
 * By how much a picture may be reduced where it is read fast: as much as leaves four times what `fit` makes of it.
 * Undefined where it is too small to be reduced at all.
 */
export const fastReductionOf = ({ width, height }: Size, fit: Fit): Reduction | undefined => {
  const needed =
    fit.kind === 'crop'
      ? fit.resizeTo
      : Math.max(fit.resized?.width ?? fit.width, fit.resized?.height ?? fit.height)
  const shortest = Math.min(width, height)
  return reductions.findLast((reduction) => shortest / reduction >= FAST_SURPLUS * needed)
}

/** By how much a picture is reduced however it is read; undefined where it is not, as nearly all. */
export const leastReductionOf = ({ width, height }: Size): Reduction | undefined =>
  width * height > WHOLE_LIMIT_MEGAPIXELS * 1e6
    ? reductionOf({ width, height }, WHOLE_LIMIT_MEGAPIXELS)
    : undefined

/** How a picture was decoded. */
export interface Decoded extends Size {
  /** How many times smaller each side was decoded: 1 where it was decoded whole. */
  readonly reducedBy: 1 | Reduction
}

/** Whether a picture was reduced because it was read fast: one over the limit is reduced however it is read. */
export const wasReadFast = ({ width, height, reducedBy }: Decoded): boolean =>
  reducedBy > (leastReductionOf({ width, height }) ?? 1)
