import type { Bytes } from '../../brands'
import { done, failed, type Outcome } from '../../errors/outcome'
import type { Dtype } from '../../runtime/runtime'
import {
  CLASSIFIER_DESCRIPTION_FILES,
  descriptionsOf,
  dtypesThere,
  isClassifier,
  neededDescriptions,
} from './model-files'
import type { ListedFile } from '../stored/stored-model'
import { classifierPath, graphParts, textVectorsPath, towerPath, type Tower } from './tower-path'

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

/** A graph at the precision that was chosen, with its weights. */
interface ChosenGraph<File> {
  readonly dtype: Dtype
  readonly files: readonly File[]
}

/**
 * Picks the files to load out of all that a model has: each tower at the first wanted precision that is there.
 * Fails with `UNSUPPORTED_MODEL` where a tower has none of them, or a file that describes the model is missing.
 */
export const chooseFiles = <File extends Pick<ListedFile, 'path'>>(
  files: readonly File[],
  wanted: WantedDtypes,
): Outcome<ChosenFiles<File>> => {
  const fileByPath = new Map(files.map((file) => [file.path, file]))
  const paths = new Set(fileByPath.keys())
  const filesAt = (wantedPaths: readonly string[]): readonly File[] =>
    wantedPaths.flatMap((path) => fileByPath.get(path) ?? [])
  const missing = neededDescriptions(paths).find((path) => !paths.has(path))
  // A host that has nothing of a model has no model.
  if (missing !== undefined && paths.size === 0) return failed({ code: 'MODEL_NOT_FOUND', url: missing })
  if (missing !== undefined)
    return failed({ code: 'UNSUPPORTED_MODEL', problem: { kind: 'file-missing', path: missing } })
  const description = filesAt(descriptionsOf(paths))

  const firstOf = (graph: Tower | 'classifier'): Outcome<ChosenGraph<File>> => {
    const there = dtypesThere(graph, paths)
    const dtype = wanted[graph].find((candidate) => there.includes(candidate))
    if (dtype) {
      const path = graph === 'classifier' ? classifierPath(dtype) : towerPath(graph, dtype)
      return done({ dtype, files: filesAt(graphParts(path, paths)) })
    }
    if (there.length === 0) {
      const path = graph === 'classifier' ? classifierPath('fp32') : towerPath(graph, 'fp32')
      return failed({ code: 'UNSUPPORTED_MODEL', problem: { kind: 'file-missing', path } })
    }
    const [asked, has] = [wanted[graph].join(', '), there.join(', ')]
    return failed({ code: 'UNSUPPORTED_MODEL', problem: { kind: 'other-precision', wanted: asked, has } })
  }
  if (isClassifier(paths)) {
    const graph = firstOf('classifier')
    if (graph.kind !== 'done') return graph
    const { dtype } = graph.value
    const all = [...description, ...graph.value.files]
    return done({ dtype: { vision: dtype, text: dtype }, files: all, first: all })
  }
  const vision = firstOf('vision')
  if (vision.kind !== 'done') return vision
  const text = firstOf('text')
  if (text.kind !== 'done') return text
  const dtype = { vision: vision.value.dtype, text: text.value.dtype }
  const vectors = filesAt([textVectorsPath(text.value.dtype)])
  const describesVision = ({ path }: File) => CLASSIFIER_DESCRIPTION_FILES.includes(path)
  const first = [...description.filter(describesVision), ...vectors, ...vision.value.files]
  const tokenizer = description.filter((file) => !describesVision(file))
  return done({ dtype, files: [...first, ...tokenizer, ...text.value.files], first })
}

/** Bytes of all files together, `null` where one of them is of unknown size. */
export const totalSize = (files: readonly Pick<ListedFile, 'size'>[]): Bytes | null =>
  files.reduce<Bytes | null>(
    (sum, { size }) => (sum === null || size === null ? null : ((sum + size) as Bytes)),
    0 as Bytes,
  )
