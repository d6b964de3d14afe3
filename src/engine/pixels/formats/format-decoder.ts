import type { DecodeProblem } from '../../../core/errors/taglens-error'
import { createLate, type Late } from '../../../core/async/late'

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

/**
 * A WebAssembly file of a decoder, compiled once. Each picture gets an instance of its own: what a damaged picture
 * leaves in it, and the memory that a large one took, go with it.
 */
export const compileLate = (url: string): Late<WebAssembly.Module> =>
  createLate(async () => {
    const response = await fetch(new URL(url, import.meta.url))
    if (!response.ok) throw new Error(`${url}: status ${response.status}`)
    // Not while it streams, for which hosts must name its type.
    return WebAssembly.compile(await response.arrayBuffer())
  })

/** How Emscripten's scripts take a compiled module: at once, since those of some builds do not wait. */
export const instantiateWith =
  (module: WebAssembly.Module) =>
  (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): WebAssembly.Exports => {
    const instance = new WebAssembly.Instance(module, imports)
    receive(instance, module)
    return instance.exports
  }
