import type { Bytes } from '../../brands'
import { done, failed, type Outcome } from '../../errors/outcome'
import type { Dtype } from '../../runtime/runtime'
import { CLASSIFIER_DESCRIPTION_FILES, DESCRIPTION_FILES, isClassifier } from './model-files'
import type { ListedFile } from '../stored/stored-model'
import { classifierPath, textVectorsPath, towerPath, type Tower } from './tower-path'

/** Precisions worth having, best first, for each tower, and for the one graph where the model is a classifier. */
export interface WantedDtypes {
  readonly classifier: readonly Dtype[]
  readonly vision: readonly Dtype[]
  readonly text: readonly Dtype[]
}

/** The files that one way of running a model needs. A classifier has one precision, which stands for both. */
export interface ChosenFiles<File> {
  readonly dtype: { readonly vision: Dtype; readonly text: Dtype }
  readonly files: readonly File[]
  /**
   * Those of `files` that are worth having first: what sees pictures can be opened while the text tower comes, and with
   * vectors that stand in for it a first ranking needs no more. All of a classifier.
   */
  readonly first: readonly File[]
}

/**
 * Picks the files to load out of all that a model has: each tower at the first wanted precision that is there.
 * Fails with `UNSUPPORTED_MODEL` where a tower has none of them, with `MODEL_NOT_FOUND` where a file that
 * describes the model is missing.
 */
export const chooseFiles = <File extends Pick<ListedFile, 'path'>>(
  files: readonly File[],
  wanted: WantedDtypes,
): Outcome<ChosenFiles<File>> => {
  const fileByPath = new Map(files.map((file) => [file.path, file]))
  const classifier = isClassifier(new Set(fileByPath.keys()))
  const description: File[] = []
  for (const path of classifier ? CLASSIFIER_DESCRIPTION_FILES : DESCRIPTION_FILES) {
    const file = fileByPath.get(path)
    if (!file) return failed({ code: 'MODEL_NOT_FOUND', url: path })
    description.push(file)
  }
  if (classifier) {
    const dtype = wanted.classifier.find((candidate) => fileByPath.has(classifierPath(candidate)))
    const graph = dtype && fileByPath.get(classifierPath(dtype))
    if (!graph)
      return failed({
        code: 'UNSUPPORTED_MODEL',
        detail: `it has no graph at ${wanted.classifier.join(', ')}`,
      })
    const files = [...description, graph]
    return done({ dtype: { vision: dtype, text: dtype }, files, first: files })
  }
  const firstOf = (tower: Tower): { readonly dtype: Dtype; readonly file: File } | null => {
    for (const dtype of wanted[tower]) {
      const file = fileByPath.get(towerPath(tower, dtype))
      if (file) return { dtype, file }
    }
    return null
  }
  const vision = firstOf('vision')
  const text = firstOf('text')
  if (!vision || !text) {
    const [tower, dtypes] = vision ? (['text', wanted.text] as const) : (['vision', wanted.vision] as const)
    const detail = `it has no ${tower} tower at ${dtypes.join(', ')}`
    return failed({ code: 'UNSUPPORTED_MODEL', detail })
  }
  const dtype = { vision: vision.dtype, text: text.dtype }
  const vectors = fileByPath.get(textVectorsPath(text.dtype))
  const describesVision = ({ path }: File) => CLASSIFIER_DESCRIPTION_FILES.includes(path)
  const first = [...description.filter(describesVision), ...(vectors ? [vectors] : []), vision.file]
  const tokenizer = description.filter((file) => !describesVision(file))
  return done({ dtype, files: [...first, ...tokenizer, text.file], first })
}

/** Bytes of all files together, `null` where one of them is of unknown size. */
export const totalSize = (files: readonly Pick<ListedFile, 'size'>[]): Bytes | null =>
  files.reduce<Bytes | null>(
    (sum, { size }) => (sum === null || size === null ? null : ((sum + size) as Bytes)),
    0 as Bytes,
  )
