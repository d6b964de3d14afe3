import { done, failed, type Outcome } from '../../../core/errors/outcome'
import type { Dtype } from '../../../core/runtime/runtime'
import type { ModelReader } from '../../hub/model-reader'
import { createProgressMeter } from '../../hub/progress-meter'
import { openGraph, readGraphs, type ModelGraph } from '../../hub/graph-files'
import type { OpenRuntime } from '../../ort/open-runtime'
import { textPorts } from '../../ort/graph-ports'
import { createTokenizer } from './tokenizer'
import { readTokenizerFiles } from './tokenizer-files'
import type { TowersDescription } from './describe-towers'
import { createTextTower, type TextTower } from './text-tower'

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

/**
 * Opens tokenizer and text tower.
 * @param graph already read, or `null` to read it here.
 */
export const openTextTower = async (
  reader: ModelReader,
  dtypes: readonly Dtype[],
  { config }: Pick<TowersDescription, 'config'>,
  runtime: Pick<OpenRuntime, 'ort' | 'openSession'>,
  graph: ModelGraph | null,
): Promise<Outcome<TextTower>> => {
  // The caller may give up; the tower is opened all the same, for the next prompt.
  const { signal } = new AbortController()
  const [files, read] = await Promise.all([
    readTokenizerFiles(reader, signal),
    graph ? done(graph) : readGraph(reader, dtypes, signal),
  ])
  if (files.kind !== 'done') return files
  if (read.kind !== 'done') return read
  const session = await runtime.openSession(read.value, 'cpu')
  if (session.kind !== 'done') return session
  const ports = textPorts(session.value)
  if (ports.kind !== 'done') return ports
  const { text } = config
  const maxTokens = Math.min(text.maxTokens, ports.value.length ?? text.maxTokens)
  const tokenizer = await createTokenizer(files.value, { ...text, maxTokens })
  if (tokenizer.kind !== 'done') return tokenizer
  return done(createTextTower(runtime.ort, session.value, ports.value, tokenizer.value))
}
