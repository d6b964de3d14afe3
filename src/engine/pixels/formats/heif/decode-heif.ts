import createLibrary from 'libheif-js/libheif-wasm/libheif.js'
import wasmUrl from 'libheif-js/libheif-wasm/libheif.wasm?url'
import { compileLate, instantiateWith } from '../compile-late'
import type { DecodeFormat } from '../format-decoder'

/** As libheif's own JavaScript has it, of which the package declares no types. */
interface HeifImage {
  get_width(): number
  get_height(): number
  is_primary(): boolean
  /** Fills `data` with R, G, B, A at 8 bits; calls back with `null` where it cannot. */
  display<Target extends ImageSize & { data: Uint8ClampedArray }>(
    target: Target,
    ready: (filled: Target | null) => void,
  ): void
  free(): void
}

interface ImageSize {
  readonly width: number
  readonly height: number
}

interface Library {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] }
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
  const { HeifDecoder } = await openLibrary()
  const images = new HeifDecoder().decode(bytes)
  const image = images.find((candidate) => candidate.is_primary()) ?? images[0]
  if (!image) throw new Error('no picture in it')
  const size = { width: image.get_width(), height: image.get_height() }
  if (isTooLarge(size)) return { kind: 'too-large', ...size }
  const rgba = new Uint8ClampedArray(size.width * size.height * 4)
  const filled = await new Promise((resolve) => {
    image.display({ ...size, data: rgba }, resolve)
  })
  if (!filled) throw new Error('its pixels cannot be decoded')
  return { kind: 'pixels', rgba, ...size }
}
