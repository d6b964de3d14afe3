import type { Dtype } from '../../runtime/runtime'
import { classifierPath, towerPath, type Tower } from './tower-path'

/** Precisions that a model may be published in, the smallest download last. */
const DTYPES: readonly Dtype[] = ['fp32', 'fp16', 'q8', 'q4', 'q4f16']

/** What says how a classifier is used; it reads no text. */
export const CLASSIFIER_DESCRIPTION_FILES: readonly string[] = ['config.json', 'preprocessor_config.json']

/** What says how a model of two towers is used. Every one has all of them; they are small. */
export const DESCRIPTION_FILES: readonly string[] = [
  'config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
]

/** Embeddings of common prompts that a model of ours may bring. */
const TEXT_VECTORS_FILE = 'text-vectors.json'

/** Precisions whose graph of `tower` is among `paths`. */
const dtypesOfTower = (tower: Tower, paths: ReadonlySet<string>): readonly Dtype[] =>
  DTYPES.filter((dtype) => paths.has(towerPath(tower, dtype)))

/** Precisions whose one graph of a classifier is among `paths`. */
const dtypesOfClassifier = (paths: ReadonlySet<string>): readonly Dtype[] =>
  DTYPES.filter((dtype) => paths.has(classifierPath(dtype)))

/**
 * Whether a model of these files is a classifier. Repositories of two towers may hold `onnx/model.onnx` as well,
 * with both in one graph, which is of no use here; so a tower decides.
 */
export const isClassifier = (paths: ReadonlySet<string>): boolean =>
  dtypesOfClassifier(paths).length > 0 &&
  dtypesOfTower('vision', paths).length === 0 &&
  dtypesOfTower('text', paths).length === 0

/**
 * Precisions of the graph that sees pictures among `paths`, where everything else that a model needs is there as
 * well.
 */
export const completeDtypes = (paths: ReadonlySet<string>): readonly Dtype[] => {
  if (isClassifier(paths))
    return CLASSIFIER_DESCRIPTION_FILES.every((path) => paths.has(path)) ? dtypesOfClassifier(paths) : []
  return DESCRIPTION_FILES.every((path) => paths.has(path)) && dtypesOfTower('text', paths).length > 0
    ? dtypesOfTower('vision', paths)
    : []
}

/** Graphs that a classifier may have: worth asking for where there are no towers. */
export const classifierPaths = (dtypes: readonly Dtype[] = DTYPES): readonly string[] =>
  dtypes.map(classifierPath)

/** Every file that a model of two towers may be made of: what is worth asking a host for, or taking from a folder. */
export const modelPaths = (dtypes: readonly Dtype[] = DTYPES): readonly string[] => [
  ...DESCRIPTION_FILES,
  TEXT_VECTORS_FILE,
  ...dtypes.flatMap((dtype) => [towerPath('vision', dtype), towerPath('text', dtype)]),
]

/**
 * What is missing among `paths` for a model to run, by the names that people look for; `null` where nothing is.
 */
export const missingModelFile = (paths: ReadonlySet<string>): string | null => {
  const classifier = isClassifier(paths)
  const description = (classifier ? CLASSIFIER_DESCRIPTION_FILES : DESCRIPTION_FILES).find(
    (path) => !paths.has(path),
  )
  if (description !== undefined) return description
  if (classifier) return null
  if (dtypesOfTower('vision', paths).length === 0) return towerPath('vision', 'fp32')
  return dtypesOfTower('text', paths).length === 0 ? towerPath('text', 'fp32') : null
}
