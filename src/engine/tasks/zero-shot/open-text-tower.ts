import { done, type Outcome } from '../../../core/errors/outcome'
import type { ExecutorFacts, OwnPrecision } from '../../../core/runtime/executor'
import type { Dtype } from '../../../core/runtime/runtime'
import type { ModelReader } from '../../hub/model-reader'
import { createProgressMeter } from '../../hub/progress-meter'
import { packedPath } from '../../../core/model/files/packed-path'
import { giveBack } from '../../../core/model/tower/give-back'
import { bytesOfBlob } from '../../cpu/blob-bytes'
import { factsOfFile, type GraphFacts, openGraph, readGraph, type ModelGraph } from '../../hub/graph-files'
import type { OpenRuntime } from '../../ort/open-runtime'
import { textPorts } from '../../ort/graph-ports'
import { createTokenizer, type Tokenizer } from './tokenizer'
import { readTokenizerFiles } from './tokenizer-files'
import type { TowersDescription } from './describe-towers'
import { createOrtTextGraph, type TextGraph } from './ort-text-graph'
import { fileOf, type PackedWeights, packedBy } from './own/own-kernels'
import { openKnownText, openPackedText, preferOwnText, type TextOracle } from './own/prefer-own-text'
import { createTextTower, type TextTower } from './text-tower'

/** A text tower, opened. */
export interface OpenText {
  readonly tower: TextTower
  /** What our own kernels came to; `null` where they were not asked for. */
  readonly executor: ExecutorFacts | null
  readonly graph: GraphFacts
  /** Its weights as they are to be kept, by path. */
  readonly packed: PackedWeights
}

/** How a text tower is wanted. */
export interface WantedText {
  /** The runtime's, or the one that was insisted on. */
  readonly dtypes: readonly Dtype[]
  /** Already read, or `null` to read it here, if it has to be. */
  readonly graph: ModelGraph | null
  /** Where our own kernels are asked for: what they round rows to, and at which precisions they agreed with ONNX Runtime before. */
  readonly own: { readonly rounded: OwnPrecision; isKnown(dtype: Dtype): boolean } | null
}

/** A known tower that is open already, without ONNX Runtime. */
interface OpenAlready {
  readonly opened: TextGraph
  readonly facts: GraphFacts
  readonly rounded: OwnPrecision
  /** Its weights as they are to be kept, where they are not. */
  readonly packed: PackedWeights
}

/** Opens a known tower from its packed weights or where its graph lies, or else reads its graph. */
const findText = async (
  reader: ModelReader,
  config: TowersDescription['config'],
  dtypes: readonly Dtype[],
  own: WantedText['own'],
  signal: AbortSignal,
): Promise<Outcome<OpenAlready | ModelGraph>> => {
  const file = await openGraph(reader, 'text', dtypes, signal)
  if (file.kind !== 'done') return file
  const { path, dtype } = file.value
  if (own?.isKnown(dtype) === true) {
    const { rounded } = own
    const facts = factsOfFile(file.value)
    const [weights, graph] = [reader.blob(packedPath(path)), reader.blob(path)]
    const packed = weights ? await openPackedText(weights, { ...config, rounded }) : done(null)
    if (packed.kind !== 'done') return packed
    if (packed.value) return done({ opened: packed.value, facts, rounded, packed: new Map() })
    const known = graph ? await openKnownText(bytesOfBlob(graph), { ...config, rounded }) : done(null)
    if (known.kind !== 'done') return known
    if (known.value)
      return done({ opened: known.value, facts, rounded, packed: packedBy(path, known.value.pack) })
  }
  return readGraph(
    reader,
    Promise.resolve(file),
    createProgressMeter(() => undefined),
    signal,
  )
}

const openOracle = async (
  graph: ModelGraph,
  runtime: Pick<OpenRuntime, 'ort' | 'openSession' | 'closeSession'>,
): Promise<Outcome<TextOracle>> => {
  const session = await runtime.openSession(graph, 'cpu')
  if (session.kind !== 'done') return session
  const ports = textPorts(session.value)
  if (ports.kind !== 'done') return ports
  return done({
    graph: createOrtTextGraph(runtime.ort, session.value, ports.value),
    output: ports.value.output,
    close: () => runtime.closeSession(session.value),
  })
}

/** Opens tokenizer and text tower. */
export const openTextTower = async (
  reader: ModelReader,
  { config }: Pick<TowersDescription, 'config'>,
  runtime: Pick<OpenRuntime, 'ort' | 'openSession' | 'closeSession'>,
  { dtypes, graph: given, own }: WantedText,
): Promise<Outcome<OpenText>> => {
  // The caller may give up; the tower is opened all the same, for the next prompt.
  const { signal } = new AbortController()
  const [files, source] = await Promise.all([
    readTokenizerFiles(reader, signal),
    given ? done(given) : findText(reader, config, dtypes, own, signal),
  ])
  if (files.kind !== 'done') return files
  if (source.kind !== 'done') return source
  const { text } = config
  const longest = ({ length }: TextGraph) => Math.min(text.maxTokens, length ?? text.maxTokens)
  const tokenizerFor = (opened: TextGraph): Promise<Outcome<Tokenizer>> =>
    createTokenizer(files.value, { ...text, maxTokens: longest(opened) })
  const openKnown = async (
    opened: TextGraph,
    facts: GraphFacts,
    packed: PackedWeights,
    precision: OwnPrecision,
  ): Promise<Outcome<OpenText>> => {
    const tokenizer = await tokenizerFor(opened)
    if (tokenizer.kind !== 'done') return tokenizer
    const tower = createTextTower(opened, tokenizer.value)
    return done({ tower, executor: { kind: 'own', precision, distance: null }, graph: facts, packed })
  }

  if ('opened' in source.value) {
    const { opened, facts, rounded, packed } = source.value
    return openKnown(opened, facts, packed, rounded)
  }
  const graph = source.value
  const facts = { dtype: graph.dtype, size: graph.size }
  if (own?.isKnown(graph.dtype) === true) {
    const { rounded } = own
    const known = await openKnownText(fileOf(reader, graph), { ...config, rounded })
    if (known.kind !== 'done') return known
    if (known.value) return openKnown(known.value, facts, packedBy(graph.path, known.value.pack), rounded)
  }
  const oracle = await openOracle(graph, runtime)
  if (oracle.kind !== 'done') return oracle
  const tokenizer = await tokenizerFor(oracle.value.graph)
  if (tokenizer.kind !== 'done') return tokenizer
  if (!own) {
    const tower = createTextTower(oracle.value.graph, tokenizer.value)
    return done({ tower, executor: null, graph: facts, packed: new Map() })
  }
  // ONNX Runtime has made a copy, and ours read where it lies.
  const file = fileOf(reader, graph)
  if (reader.blob(graph.path)) giveBack(graph.bytes)
  const most = longest(oracle.value.graph)
  const preferred = await preferOwnText(
    file,
    { ...config, rounded: own.rounded },
    oracle.value,
    tokenizer.value,
    most,
  )
  if (preferred.kind !== 'done') return preferred
  return done({
    tower: createTextTower(preferred.value.graph, tokenizer.value),
    executor: preferred.value.executor,
    graph: facts,
    packed: packedBy(graph.path, preferred.value.pack),
  })
}
