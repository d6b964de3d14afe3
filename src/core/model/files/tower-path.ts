import type { Dtype } from '../../runtime/runtime'

/** The two halves of a CLIP. */
export type Tower = 'vision' | 'text'

/** Precisions that a model may be published in, the smallest download last. */
export const DTYPES: readonly Dtype[] = ['fp32', 'fp16', 'q8', 'q4', 'q4f16']

/** How file names end at each precision, as transformers.js publishes models. */
export const SUFFIXES: Readonly<Record<Dtype, string>> = {
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

/**
 * Path of a file of the weights that lie beside a graph: `onnx/vision_model.onnx_data`, then `..._data_1`, as
 * transformers.js publishes them.
 */
export const dataPath = (graph: string, index: number): string =>
  index === 0 ? `${graph}_data` : `${graph}_data_${index}`

/** The files of `paths` that one graph is made of: itself, and the weights that lie beside it. */
export const graphParts = (graph: string, paths: ReadonlySet<string>): readonly string[] => {
  const parts = [graph]
  for (let index = 0; paths.has(dataPath(graph, index)); index++) parts.push(dataPath(graph, index))
  return parts
}
