import createLibrary from 'icodec/jxl-dec.js'
import wasmUrl from 'icodec/jxl-dec.wasm?url'
import { compileLate, type DecodeFormat, instantiateWith } from '../format-decoder'

interface Decoded {
  /** R, G, B, A; 16 bits each, in the machine's order, where `depth` is more than 8. */
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
  readonly depth: number
}

interface Library {
  /** A text says what is wrong. */
  decode(bytes: Uint8Array): Decoded | string
}

/** What the library's own C++ calls by this name to hand out a picture. */
const handOut = {
  _icodec_ImageData: (data: Decoded['data'], width: number, height: number, depth: number): Decoded => ({
    data,
    width,
    height,
    depth,
  }),
}

const module = compileLate(wasmUrl)

/** The high byte of each number, as Chromium and Pillow take it of 16-bit PNGs. */
const toBytes = ({ data, depth }: Decoded): Uint8ClampedArray<ArrayBuffer> => {
  if (depth <= 8) return data
  const wide = new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2)
  const shift = depth - 8
  return Uint8ClampedArray.from(wide, (value) => value >> shift)
}

/** JPEG XL by libjxl: the first frame, upright, its colours as they are coded. */
export const decodeJpegXl: DecodeFormat = async (file) => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const instantiateWasm = instantiateWith(await module.load())
  Object.assign(globalThis, handOut)
  // The package declares no types of this script.
  const library = await (createLibrary as (options: object) => Promise<Library>)({ instantiateWasm })
  const decoded = library.decode(bytes)
  if (typeof decoded === 'string') throw new Error(decoded)
  const { width, height } = decoded
  return { kind: 'pixels', rgba: toBytes(decoded), width, height }
}
