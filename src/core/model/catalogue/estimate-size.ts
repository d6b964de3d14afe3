import type { Bytes } from '../../brands'
import type { GpuCapability } from '../../runtime/capabilities'
import type { Dtype } from '../../runtime/runtime'
import type { Parameters } from './catalogue-model'

/** Bytes a number takes. */
const WHOLE: Readonly<Record<Exclude<Dtype, 'q4' | 'q4f16'>, number>> = { fp32: 4, fp16: 2, q8: 1 }

/** Four bits, and a scale of 16 bits for every 32 numbers. */
const PACKED = 0.5 + 2 / 32

/** Bytes per number where a 4-bit file packs matrices, and where it leaves the rest as it is. */
const widths = (dtype: Dtype): { readonly packed: number; readonly rest: number } => {
  if (dtype === 'q4') return { packed: PACKED, rest: WHOLE.fp32 }
  if (dtype === 'q4f16') return { packed: PACKED, rest: WHOLE.fp16 }
  return { packed: WHOLE[dtype], rest: WHOLE[dtype] }
}

/**
 * About how large both towers of a model are, from its parameters alone; a few per cent off, since graphs hold
 * more than weights. The host's own listing replaces it before anything is downloaded.
 */
export const estimateSize = (
  { vision, text, tokens, visionKind }: Parameters,
  dtype: { readonly vision: Dtype; readonly text: Dtype },
): Bytes => {
  const forVision = widths(dtype.vision)
  const forText = widths(dtype.text)
  const millions =
    vision * (visionKind === 'transformer' ? forVision.packed : forVision.rest) +
    (text - tokens) * forText.packed +
    tokens * forText.rest
  return Math.round(millions * 1e6) as Bytes
}

/** About how large a classifier is, from its learned numbers in millions. */
export const estimateClassifierSize = (parameters: number, dtype: Dtype): Bytes =>
  Math.round(parameters * 1e6 * widths(dtype).packed) as Bytes

/**
 * The precisions that a model will most likely be loaded at on this machine; which it is, the plan tells. The
 * text tower always runs on the CPU.
 */
export const expectedDtypes = (
  gpu: GpuCapability | null,
  visionKind: Parameters['visionKind'],
): { readonly vision: Dtype; readonly text: Dtype } => {
  // See `runtime/vision-dtypes.ts`.
  if (gpu?.kind !== 'hardware') return { vision: visionKind === 'transformer' ? 'q8' : 'fp16', text: 'q8' }
  return { vision: gpu.shaderF16 ? 'fp16' : 'fp32', text: 'q8' }
}
