import type { Dtype } from '../../runtime/runtime'
import { TEXT_VECTORS_FILE } from './model-files'
import { classifierPath, dataPath, DTYPES, SUFFIXES, towerPath, type Tower } from './tower-path'

/**
 * Where each file of a model lies, by its path inside the model. Repositories lay the same model out in many ways:
 * this maps all of them to one, so that whatever reads a model knows one set of names.
 */
export type Layout = ReadonlyMap<string, string>

/** A folder with the slash at its end; empty for the outermost one. */
type Folder = string

/** How the two towers are called: transformers.js's names, and those of immich's exports of open_clip. */
const TOWER_NAMES: readonly Readonly<Record<Tower, string>>[] = [
  { vision: 'vision_model', text: 'text_model' },
  { vision: 'visual/model', text: 'textual/model' },
]

const CLASSIFIER_NAME = 'model'

/**
 * Endings of a precision's files, best first. `_quantized` is what transformers.js takes for 8 bits; the others hold
 * the same graph in signed or unsigned bytes. `_bnb4` is another way to write 4 bits.
 */
const endingsOf = (dtype: Dtype): readonly string[] => {
  if (dtype === 'q8') return [SUFFIXES.q8, '_int8', '_uint8']
  return dtype === 'q4' ? [SUFFIXES.q4, '_bnb4'] : [SUFFIXES[dtype]]
}

/** Weights beside a graph: as transformers.js publishes them, or as PyTorch's newer exporter calls them. */
const dataOf = (graph: string, host: string, paths: ReadonlySet<string>): [string, string][] => {
  const found: [string, string][] = []
  for (let index = 0; ; index++) {
    const names = index === 0 ? [dataPath(host, 0), `${host}.data`] : [dataPath(host, index)]
    const name = names.find((candidate) => paths.has(candidate))
    if (name === undefined) return found
    found.push([dataPath(graph, index), name])
  }
}

/** The graphs of one kind whose files begin with `stem`, at every precision, with their weights. */
const graphsAt = (
  stem: string,
  pathOf: (dtype: Dtype) => string,
  paths: ReadonlySet<string>,
): [string, string][] =>
  DTYPES.flatMap((dtype) => {
    const host = endingsOf(dtype)
      .map((ending) => `${stem}${ending}.onnx`)
      .find((candidate) => paths.has(candidate))
    return host === undefined ? [] : [[pathOf(dtype), host], ...dataOf(pathOf(dtype), host, paths)]
  })

/** Folders above a path, the innermost first. */
const foldersOf = (path: string): readonly Folder[] => {
  const parts = path.split('/').slice(0, -1)
  return [...parts.keys(), parts.length].reverse().map((count) =>
    parts
      .slice(0, count)
      .map((part) => `${part}/`)
      .join(''),
  )
}

const depth = (folder: Folder): number => folder.split('/').length

/** Folders worth looking into for graphs: where the hub has them, then the outermost one, then the others. */
const graphFolders = (paths: ReadonlySet<string>): readonly Folder[] => {
  const others = [...paths]
    .filter((path) => path.endsWith('.onnx'))
    .flatMap(foldersOf)
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
  return [...new Set(['onnx/', '', ...others])]
}

/** Graphs that were found, and the folder that they were found in. */
interface FoundGraphs {
  readonly folder: Folder
  readonly graphs: readonly [string, string][]
  readonly isWhole: boolean
}

const towersIn = (folder: Folder, paths: ReadonlySet<string>): readonly FoundGraphs[] =>
  TOWER_NAMES.map((names) => {
    const [vision, text] = (['vision', 'text'] as const).map((tower) =>
      graphsAt(folder + names[tower], (dtype) => towerPath(tower, dtype), paths),
    )
    const graphs = [...(vision ?? []), ...(text ?? [])]
    return { folder, graphs, isWhole: Boolean(vision?.length && text?.length) }
  })

const findGraphs = (paths: ReadonlySet<string>): FoundGraphs => {
  const folders = graphFolders(paths)
  const towers = folders.flatMap((folder) => towersIn(folder, paths))
  const classifiers = folders.map((folder) => {
    const graphs = graphsAt(folder + CLASSIFIER_NAME, classifierPath, paths)
    return { folder, graphs, isWhole: graphs.length > 0 }
  })
  const hasAny = ({ graphs }: FoundGraphs) => graphs.length > 0
  return (
    towers.find(({ isWhole }) => isWhole) ??
    // A tower alone says better what is missing than a graph of both.
    towers.find(hasAny) ??
    classifiers.find(hasAny) ?? { folder: '', graphs: [], isWhole: false }
  )
}

/** Files that describe a model, and the names that each is published by, best first. */
const DESCRIPTIONS: readonly (readonly [path: string, names: readonly string[]])[] = [
  ['config.json', ['config.json', 'open_clip_config.json']],
  [
    'preprocessor_config.json',
    [
      'preprocessor_config.json',
      // What Python's transformers writes from version 5 on.
      'processor_config.json',
      'preprocess_cfg.json',
      'visual/preprocess_cfg.json',
      'open_clip_config.json',
    ],
  ],
  ['tokenizer.json', ['tokenizer.json', 'textual/tokenizer.json']],
  ['tokenizer_config.json', ['tokenizer_config.json', 'textual/tokenizer_config.json']],
]

/** What a tokenizer is made of where its repository has no `tokenizer.json`. */
const WORD_FILES: typeof DESCRIPTIONS = [
  ['vocab.json', ['vocab.json', 'textual/vocab.json']],
  ['merges.txt', ['merges.txt', 'textual/merges.txt']],
]

/** Maps any published layout to the one that the app knows: paths inside the model to paths as they were given. */
export const layOut = (paths: ReadonlySet<string>): Layout => {
  const { folder, graphs } = findGraphs(paths)
  const places = foldersOf(folder)
  const find = ([path, names]: (typeof DESCRIPTIONS)[number]): [string, string][] => {
    const host = names
      .flatMap((name) => places.map((place) => place + name))
      .find((candidate) => paths.has(candidate))
    return host === undefined ? [] : [[path, host]]
  }
  const described = DESCRIPTIONS.flatMap(find)
  const extras = paths.has(TEXT_VECTORS_FILE) ? [[TEXT_VECTORS_FILE, TEXT_VECTORS_FILE] as const] : []
  const hasTokenizer = described.some(([path]) => path === 'tokenizer.json')
  return new Map([...described, ...(hasTokenizer ? [] : WORD_FILES.flatMap(find)), ...extras, ...graphs])
}

/** A folder's towers or classifier at these precisions, by the names that come first. */
const graphPaths = (stems: readonly string[], dtypes: readonly Dtype[]): readonly string[] =>
  stems.flatMap((stem) => dtypes.map((dtype) => `${stem}${SUFFIXES[dtype]}.onnx`))

/**
 * Paths worth asking a host for that lists nothing, in turn: of each entry the first group of which any is there. A
 * classifier has one graph, which comes last: a model of towers may have one of both that no one needs.
 */
export const publishedPaths = (dtypes: readonly Dtype[]): readonly (readonly (readonly string[])[])[] => [
  ...DESCRIPTIONS.slice(0, 2).map(([, names]) => names.map((name) => [name])),
  [['tokenizer.json'], WORD_FILES.map(([path]) => path), ['textual/tokenizer.json']],
  [['tokenizer_config.json'], ['textual/tokenizer_config.json']],
  [[TEXT_VECTORS_FILE]],
  [
    graphPaths(['onnx/vision_model', 'onnx/text_model'], dtypes),
    graphPaths(['vision_model', 'text_model'], dtypes),
    graphPaths(['visual/model', 'textual/model'], ['fp32']),
    graphPaths(['onnx/model'], dtypes),
    graphPaths(['model'], dtypes),
  ],
]
