import type { Dtype } from '../../runtime/runtime'
import { classifierPath, DTYPES, towerPath, type Tower } from './tower-path'

/** What says how a classifier is used; it reads no text. */
export const CLASSIFIER_DESCRIPTION_FILES: readonly string[] = ['config.json', 'preprocessor_config.json']

/** What says how a model of two towers is used, as most repositories have it. */
export const DESCRIPTION_FILES: readonly string[] = [
  ...CLASSIFIER_DESCRIPTION_FILES,
  'tokenizer.json',
  'tokenizer_config.json',
]

/** What a tokenizer is made of where there is no `tokenizer.json`. */
const WORD_FILES: readonly string[] = ['vocab.json', 'merges.txt']

/** Files of a tokenizer: itself, or what it is made of. Its configuration says nothing that has to be known. */
const tokenizerFiles = (paths: ReadonlySet<string>): readonly string[] =>
  !paths.has('tokenizer.json') && WORD_FILES.every((path) => paths.has(path))
    ? WORD_FILES
    : ['tokenizer.json']

/** Files that a model of `paths` cannot be used without, beside its graphs. */
export const neededDescriptions = (paths: ReadonlySet<string>): readonly string[] =>
  isClassifier(paths)
    ? CLASSIFIER_DESCRIPTION_FILES
    : [...CLASSIFIER_DESCRIPTION_FILES, ...tokenizerFiles(paths)]

/** Files that describe a model of `paths`: those that it needs, and what else of them is there. */
export const descriptionsOf = (paths: ReadonlySet<string>): readonly string[] => [
  ...neededDescriptions(paths),
  ...(isClassifier(paths) ? [] : ['tokenizer_config.json'].filter((path) => paths.has(path))),
]

/** Embeddings of common prompts that a model of ours may bring. */
export const TEXT_VECTORS_FILE = 'text-vectors.json'

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
  if (missingModelFile(paths) !== null) return []
  return isClassifier(paths) ? dtypesOfClassifier(paths) : dtypesOfTower('vision', paths)
}

/** Precisions whose graph is among `paths`, of whatever else is there. */
export const dtypesThere = (graph: Tower | 'classifier', paths: ReadonlySet<string>): readonly Dtype[] =>
  graph === 'classifier' ? dtypesOfClassifier(paths) : dtypesOfTower(graph, paths)

/** Every file that a model of two towers may be made of, but the weights beside a graph: what is worth asking for. */
export const modelPaths = (dtypes: readonly Dtype[] = DTYPES): readonly string[] => [
  ...DESCRIPTION_FILES,
  TEXT_VECTORS_FILE,
  ...dtypes.flatMap((dtype) => [towerPath('vision', dtype), towerPath('text', dtype)]),
]

/**
 * What is missing among `paths` for a model to run, by the names that people look for; `null` where nothing is.
 */
export const missingModelFile = (paths: ReadonlySet<string>): string | null => {
  const description = neededDescriptions(paths).find((path) => !paths.has(path))
  if (description !== undefined) return description
  if (isClassifier(paths)) return null
  if (dtypesOfTower('vision', paths).length === 0) return towerPath('vision', 'fp32')
  return dtypesOfTower('text', paths).length === 0 ? towerPath('text', 'fp32') : null
}
