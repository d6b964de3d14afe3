import type { Dtype } from '../../runtime/runtime'

/** The two halves of a CLIP. */
export type Tower = 'vision' | 'text'

/** How file names end at each precision, as transformers.js publishes models. */
const SUFFIXES: Readonly<Record<Dtype, string>> = {
  fp32: '',
  fp16: '_fp16',
  q8: '_quantized',
  q4: '_q4',
  q4f16: '_q4f16',
}

/** Path of a classifier's one graph inside a model: `onnx/model_quantized.onnx`. */
export const classifierPath = (dtype: Dtype): string => `onnx/model${SUFFIXES[dtype]}.onnx`

/**
 * Path of the vectors of common prompts that a text tower gave beforehand, so that a first ranking can do without it:
 * `onnx/text_vectors_quantized.json`. Written by `models:fetch`; no hub has one.
 */
export const textVectorsPath = (dtype: Dtype): string => `onnx/text_vectors${SUFFIXES[dtype]}.json`

/** Path of a tower's graph inside a model: `onnx/vision_model_quantized.onnx`. */
export const towerPath = (tower: Tower, dtype: Dtype): string => `onnx/${tower}_model${SUFFIXES[dtype]}.onnx`
