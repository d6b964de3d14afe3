import { transfer } from 'comlink'
import type { Milliseconds } from '../../core/brands'
import type { CropFrame } from '../../core/crop-frame'
import { cancelled, done, failed, type Outcome } from '../../core/outcome'
import type { ResizePlan } from '../../core/pixels/resize-plan'
import type { PixelApi } from '../../protocol/pixel-api'
import { hang } from '../hang'
import { pixelsInMemory } from './pixel-source'
import type { Preprocessor } from './picture-preprocessor'

const decode = async (blob: Blob, name: string) => {
  try {
    const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' })
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    context?.drawImage(bitmap, 0, 0)
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data
    return done({ bitmap, source: pixelsInMemory(data ?? new Uint8ClampedArray(0), bitmap.width, bitmap.height, { opaque: false }) })
  } catch {
    return failed({ code: 'IMAGE_DECODE_FAILED', name, format: 'unknown' })
  }
}

/** The part of the upright picture that a plan keeps. */
const frameOf = (_plan: ResizePlan): CropFrame => ({ left: 0, top: 0, width: 1, height: 1 })

export const createPixelApi = (preprocessor: Preprocessor): PixelApi => ({
  identify: async (picture) => {
    const digest = await crypto.subtle.digest('SHA-256', await picture.arrayBuffer())
    return done([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  },
  prepare: async (picture, name, recipe, signal) => {
    const startedAt = performance.now()
    const decoded = await decode(picture, name)
    if (decoded.kind !== 'done') return decoded
    const pre = await preprocessor.preprocess(decoded.value.source, recipe, signal)
    if (pre.kind !== 'done') return pre
    const { bitmap } = decoded.value
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width / 4)), Math.max(1, Math.round(bitmap.height / 4)))
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const thumbnail = await canvas.convertToBlob({ type: 'image/webp' })
    return transfer(
      done({ width: bitmap.width, height: bitmap.height, frame: frameOf(pre.value.plan), tensor: pre.value.tensor, thumbnail, time: (performance.now() - startedAt) as Milliseconds }),
      [pre.value.tensor.buffer],
    )
  },
  view: () => Promise.resolve(cancelled as Outcome<never>),
  hang,
})
