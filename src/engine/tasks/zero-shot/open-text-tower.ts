import { done, failed, type Outcome } from '../../../core/errors/outcome'
import type { ExecutorFacts } from '../../../core/runtime/executor'
import type { Dtype } from '../../../core/runtime/runtime'
import type { ModelReader } from '../../hub/model-reader'
import { createProgressMeter } from '../../hub/progress-meter'
import { openGraph, readGraphs, type ModelGraph } from '../../hub/graph-files'
import type { OpenRuntime } from '../../ort/open-runtime'
import { textPorts } from '../../ort/graph-ports'
import { createTokenizer, type Tokenizer } from './tokenizer'
import { readTokenizerFiles } from './tokenizer-files'
import type { TowersDescription } from './describe-towers'
import { createOrtTextGraph, type TextGraph } from './ort-text-graph'
import { openKnownText, preferOwnText, type TextOracle } from './own/prefer-own-text'
import { createTextTower, type TextTower } from './text-tower'

/** A text tower, opened. */
export interface OpenText {
  readonly tower: TextTower
  /** What our own kernels came to; `null` where they were not asked for. */
  readonly executor: ExecutorFacts | null
}

/** How a text tower is wanted. */
export interface WantedText {
  /** The runtime's, or the one that was insisted on. */
  readonly dtypes: readonly Dtype[]
  /** Already read, or `null` to read it here. */
  readonly graph: ModelGraph | null
  /** Whether our own kernels are asked for, and at which precisions they agreed with ONNX Runtime before. */
  readonly own: { isKnown(dtype: Dtype): boolean } | null
}

const readGraph = async (
  reader: ModelReader,
  dtypes: readonly Dtype[],
  signal: AbortSignal,
): Promise<Outcome<ModelGraph>> => {
  const graphs = await readGraphs(
    reader,
    [openGraph(reader, 'text', dtypes, signal)],
    createProgressMeter(() => undefined),
    signal,
  )
  if (graphs.kind !== 'done') return graphs
  const [graph] = graphs.value
  return graph ? done(graph) : failed({ code: 'UNEXPECTED', detail: 'no text tower was read' })
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
  const [files, read] = await Promise.all([
    readTokenizerFiles(reader, signal),
    given ? done(given) : readGraph(reader, dtypes, signal),
  ])
  if (files.kind !== 'done') return files
  if (read.kind !== 'done') return read
  const graph = read.value
  const { text } = config
  const longest = ({ length }: TextGraph) => Math.min(text.maxTokens, length ?? text.maxTokens)
  const tokenizerFor = (opened: TextGraph): Promise<Outcome<Tokenizer>> =>
    createTokenizer(files.value, { ...text, maxTokens: longest(opened) })

  const known = own?.isKnown(graph.dtype) === true ? await openKnownText(graph, config) : done(null)
  if (known.kind !== 'done') return known
  if (known.value) {
    const tokenizer = await tokenizerFor(known.value)
    if (tokenizer.kind !== 'done') return tokenizer
    return done({
      tower: createTextTower(known.value, tokenizer.value),
      executor: { kind: 'own', distance: null },
    })
  }
  const oracle = await openOracle(graph, runtime)
  if (oracle.kind !== 'done') return oracle
  const tokenizer = await tokenizerFor(oracle.value.graph)
  if (tokenizer.kind !== 'done') return tokenizer
  if (!own) return done({ tower: createTextTower(oracle.value.graph, tokenizer.value), executor: null })
  const most = longest(oracle.value.graph)
  const preferred = await preferOwnText(graph, config, oracle.value, tokenizer.value, most)
  if (preferred.kind !== 'done') return preferred
  return done({
    tower: createTextTower(preferred.value.graph, tokenizer.value),
    executor: preferred.value.executor,
  })
}
