import createLibrary from 'libheif-js/libheif-wasm/libheif.js'
import wasmUrl from 'libheif-js/libheif-wasm/libheif.wasm?url'
import { compileLate, type DecodeFormat, instantiateWith } from '../format-decoder'

/** As libheif's own JavaScript has it, of which the package declares no types. */
interface HeifImage {
  readonly handle: unknown
  get_width(): number
  get_height(): number
  is_primary(): boolean
}

interface Channel {
  readonly id: unknown
  readonly width: number
  readonly height: number
  /** Of a row in bytes. */
  readonly stride: number
  readonly data: Uint8Array
}

interface Library {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] }
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown }
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: unknown }
  readonly heif_channel: { readonly heif_channel_interleaved: unknown }
  /** Has an error's `code` in place of channels where it fails. */
  heif_js_decode_image2(
    handle: unknown,
    colours: unknown,
    chroma: unknown,
  ): Promise<{ readonly channels?: readonly Channel[] } | undefined>
}

const module = compileLate(wasmUrl)

const openLibrary = async (): Promise<Library> => {
  const instantiateWasm = instantiateWith(await module.load())
  return (createLibrary as unknown as (options: object) => Promise<Library>)({ instantiateWasm })
}

/**
 * HEIC and HEIF by libheif: the primary picture, turned and mirrored as its properties say (its EXIF orientation means
 * nothing, says the standard), 10 bits cut to 8.
 */
export const decodeHeif: DecodeFormat = async (file, isTooLarge) => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const library = await openLibrary()
  const images = new library.HeifDecoder().decode(bytes)
  const image = images.find((candidate) => candidate.is_primary()) ?? images[0]
  if (!image) throw new Error('no picture in it')
  const stated = { width: image.get_width(), height: image.get_height() }
  if (isTooLarge(stated)) return { kind: 'too-large', ...stated }
  // Not by the library's `display`: what that throws no one hears, and its callback is never called.
  const decoded = await library.heif_js_decode_image2(
    image.handle,
    library.heif_colorspace.heif_colorspace_RGB,
    library.heif_chroma.heif_chroma_interleaved_RGBA,
  )
  const colours = decoded?.channels?.find(({ id }) => id === library.heif_channel.heif_channel_interleaved)
  if (!colours) throw new Error('its pixels cannot be decoded')
  const { width, height, stride, data } = colours
  if (isTooLarge(colours)) return { kind: 'too-large', width, height }
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let row = 0; row < height; row++)
    rgba.set(data.subarray(row * stride, row * stride + width * 4), row * width * 4)
  return { kind: 'pixels', rgba, width, height }
}
