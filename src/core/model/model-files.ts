import type { Dtype } from '../runtime/runtime'
import { towerPath, type Tower } from './tower-path'

/** Precisions that a model may be published in, the smallest download last. */
const DTYPES: readonly Dtype[] = ['fp32', 'fp16', 'q8', 'q4', 'q4f16']

/** What says how a model is used. Every model has all of them; they are small. */
export const DESCRIPTION_FILES: readonly string[] = [
  'config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
]

/** Embeddings of common prompts that a model of ours may bring. */
export const TEXT_VECTORS_FILE = 'text-vectors.json'

/** Precisions whose graph of `tower` is among `paths`. */
export const dtypesOfTower = (tower: Tower, paths: ReadonlySet<string>): readonly Dtype[] =>
  DTYPES.filter((dtype) => paths.has(towerPath(tower, dtype)))

/** Precisions of the vision tower among `paths`, where everything else that a model needs is there as well. */
export const completeDtypes = (paths: ReadonlySet<string>): readonly Dtype[] =>
  DESCRIPTION_FILES.every((path) => paths.has(path)) && dtypesOfTower('text', paths).length > 0
    ? dtypesOfTower('vision', paths)
    : []

/** Every file that a model may be made of: what is worth asking a host for, or taking from a folder. */
export const modelPaths = (dtypes: readonly Dtype[] = DTYPES): readonly string[] => [
  ...DESCRIPTION_FILES,
  TEXT_VECTORS_FILE,
  ...dtypes.flatMap((dtype) => [towerPath('vision', dtype), towerPath('text', dtype)]),
]

/**
 * What is missing among `paths` for a model to run, by the names that people look for; `null` where nothing is.
 */
export const missingModelFile = (paths: ReadonlySet<string>): string | null => {
  const description = DESCRIPTION_FILES.find((path) => !paths.has(path))
  if (description !== undefined) return description
  if (dtypesOfTower('vision', paths).length === 0) return towerPath('vision', 'fp32')
  return dtypesOfTower('text', paths).length === 0 ? towerPath('text', 'fp32') : null
}
