import type { Bytes } from '../brands'
import type { Dtype } from '../runtime/runtime'
import type { Parameters } from './catalogue-model'

/** Bytes a number takes. */
const WHOLE: Readonly<Record<Exclude<Dtype, 'q4' | 'q4f16'>, number>> = { fp32: 4, fp16: 2, q8: 1 }

/** Four bits, and a scale of 16 bits for every 32 numbers. */
const PACKED = 0.5 + 2 / 32

/**
 * About how large both towers of a model are at a precision, from its parameters alone; a few per cent off,
 * since graphs hold more than weights. The host's own listing replaces it before anything is downloaded.
 */
export const estimateSize = (parameters: Parameters, dtype: Dtype): Bytes => {
  const { vision, text, tokens, visionKind } = parameters
  const millions = () => {
    if (dtype !== 'q4' && dtype !== 'q4f16') return (vision + text) * WHOLE[dtype]
    const rest = dtype === 'q4' ? WHOLE.fp32 : WHOLE.fp16
    return vision * (visionKind === 'transformer' ? PACKED : rest) + (text - tokens) * PACKED + tokens * rest
  }
  return Math.round(millions() * 1e6) as Bytes
}
