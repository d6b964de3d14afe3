import { failed, type Outcome } from '../../core/outcome'
import type { ModelSource } from '../../core/model/loaded-model'
import { modelFileUrl } from '../../core/model/model-source'
import type { Dtype } from '../../core/runtime/runtime'
import { openFile, type OpenFile } from './fetch-file'

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

/** A tower's file at the precision that was found. */
export interface TowerFile {
  readonly dtype: Dtype
  readonly file: OpenFile
}

/**
 * Opens a tower's graph at the first precision that the host has.
 * @param dtypes in order of preference, at least one.
 */
export const openTower = async (
  source: ModelSource,
  tower: Tower,
  dtypes: readonly Dtype[],
  signal: AbortSignal,
): Promise<Outcome<TowerFile>> => {
  let missing: Outcome<never> = failed({ code: 'UNSUPPORTED_MODEL', detail: 'no precision was asked for' })
  for (const dtype of dtypes) {
    const url = modelFileUrl(source, `onnx/${tower}_model${SUFFIXES[dtype]}.onnx`)
    const opened = await openFile(url, signal)
    if (opened.kind === 'done') return { kind: 'done', value: { dtype, file: opened.value } }
    if (opened.kind === 'cancelled' || opened.error.code !== 'MODEL_NOT_FOUND') return opened
    missing = opened
  }
  return missing
}
