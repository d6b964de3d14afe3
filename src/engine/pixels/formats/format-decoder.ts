import type { DecodeProblem } from '../../../core/errors/taglens-error'

/** What a decoder makes of a file. */
export type DecodedFile =
  /** Upright, in R, G, B, A, not premultiplied; the array is its own. */
  | {
      readonly kind: 'pixels'
      readonly rgba: Uint8ClampedArray<ArrayBuffer>
      readonly width: number
      readonly height: number
    }
  /** A picture within the file, of a format that the browser decodes. */
  | { readonly kind: 'picture'; readonly picture: Blob }
  /** Sound, and yet not to be read here. */
  | { readonly kind: 'refused'; readonly problem: DecodeProblem }
  /** Larger than its header has said. */
  | { readonly kind: 'too-large'; readonly width: number; readonly height: number }

/**
 * Decodes files of one format that browsers do not, or not all of them and not alike. The header has been read, and
 * its size is within the limit. Rejects where the file is damaged, with a `RangeError` where there is no memory.
 *
 * A new format is one folder beside this file, which exports this, and one line in `formats.ts`.
 *
 * @param onProgress called by decoders that work part by part: a large picture may take longer than silence may last.
 * @param isTooLarge asked before memory is taken, where a decoder knows better than the header.
 */
export type DecodeFormat = (
  file: Blob,
  isTooLarge: (size: { readonly width: number; readonly height: number }) => boolean,
  onProgress: () => void,
) => Promise<DecodedFile>
