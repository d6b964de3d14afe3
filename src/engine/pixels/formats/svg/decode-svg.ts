import { initWasm, Resvg } from '@resvg/resvg-wasm'
import wasmUrl from '@resvg/resvg-wasm/index_bg.wasm?url'
import { createLate } from '../../../../core/async/late'
import { compileLate, type DecodeFormat } from '../format-decoder'

/**
 * Longer edge in pixels at which a drawing without pixels of its own is rasterised: four times what most models
 * see, so that lines are as smooth as in a photograph.
 */
const EDGE = 1024

const module = compileLate(wasmUrl)
const library = createLate(async () => {
  await initWasm(await module.load())
})

/** Undoes the multiplication by alpha. */
const divideByAlpha = (rgba: Uint8ClampedArray): void => {
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0
    if (alpha === 0 || alpha === 255) continue
    for (let i = at; i < at + 3; i++) rgba[i] = ((rgba[i] ?? 0) * 255) / alpha
  }
}

/** Whether nothing was drawn of what is text alone: ranked, it would be an empty picture. */
const isTextAlone = (source: Uint8Array<ArrayBuffer>, rgba: Uint8ClampedArray): boolean =>
  rgba.every((byte) => byte === 0) && new TextDecoder().decode(source).includes('<text')

/**
 * SVG by resvg, which knows no scripts and has no way to ask for anything: other files and addresses that it names
 * are left out. It has no fonts either, so text that is not made of shapes is left out too; a
 * drawing that has nothing else is refused.
 */
export const decodeSvg: DecodeFormat = async (file) => {
  const source = new Uint8Array(await file.arrayBuffer())
  await library.load()
  const measured = new Resvg(source)
  const isWide = measured.width >= measured.height
  measured.free()
  const drawing = new Resvg(source, { fitTo: { mode: isWide ? 'width' : 'height', value: EDGE } })
  const image = drawing.render()
  const { width, height } = image
  const rgba = new Uint8ClampedArray(image.pixels)
  image.free()
  drawing.free()
  if (isTextAlone(source, rgba)) return { kind: 'refused', problem: 'unusual' }
  divideByAlpha(rgba)
  return { kind: 'pixels', rgba, width, height }
}
