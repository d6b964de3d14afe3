import { holdPlainly, type HoldTexts } from '../../core/tags/suggestions/find-words'
import { openProductsKernel, type ProductsKernel } from '../classifier/products-kernel'

/** Texts that are multiplied at a time: with 512 numbers each they fill an eighth of a megabyte, which stays near. */
const TEXTS_AT_ONCE = 64

const FULL = 0

const roundedUp = (value: number, to: number): number => Math.ceil(value / to) * to

const overKernel =
  (kernel: ProductsKernel): HoldTexts =>
  (values, width) => {
    const count = width === 0 ? 0 : values.length / width
    const stride = roundedUp(width, 4)
    const blocks = Math.ceil(count / TEXTS_AT_ONCE)
    const base = roundedUp(kernel.heapBase(), 16)
    const room = (pictures: number) => {
      const texts = base
      const rows = texts + blocks * TEXTS_AT_ONCE * stride * 4
      const target = rows + pictures * stride * 4
      const end = target + pictures * TEXTS_AT_ONCE * 4
      const missing = end - kernel.memory.buffer.byteLength
      if (missing > 0) kernel.memory.grow(Math.ceil(missing / 65536))
      return { texts, rows, target }
    }
    const { texts } = room(0)
    const held = new Float32Array(kernel.memory.buffer, texts, blocks * TEXTS_AT_ONCE * stride).fill(0)
    for (let text = 0; text < count; text += 1)
      held.set(values.subarray(text * width, (text + 1) * width), text * stride)
    let out = new Float32Array(0)
    return (pictures) => {
      const even = roundedUp(pictures.length, 2)
      const { rows, target } = room(even)
      const floats = new Float32Array(kernel.memory.buffer)
      floats.fill(0, rows / 4, rows / 4 + even * stride)
      pictures.forEach((picture, i) => {
        floats.set(picture, rows / 4 + i * stride)
      })
      if (out.length < pictures.length * count) out = new Float32Array(pictures.length * count)
      for (let from = 0; from < count; from += TEXTS_AT_ONCE) {
        const others = texts + from * stride * 4
        kernel.multiply(rows, even, stride * 4, others, TEXTS_AT_ONCE, target, FULL, false)
        const some = Math.min(TEXTS_AT_ONCE, count - from)
        for (let i = 0; i < pictures.length; i += 1) {
          const at = target / 4 + i * TEXTS_AT_ONCE
          out.set(floats.subarray(at, at + some), i * count + from)
        }
      }
      return out
    }
  }

/**
 * Products in SIMD; plainly where a browser has none. One at a time: what is held next takes the place of what was.
 * @param kernelBytes `products-kernel.as.ts?wasm-bytes`
 */
export const createHoldTexts = (kernelBytes: Uint8Array<ArrayBuffer>): HoldTexts => {
  const kernel = openProductsKernel(kernelBytes)
  return kernel ? overKernel(kernel) : holdPlainly
}
