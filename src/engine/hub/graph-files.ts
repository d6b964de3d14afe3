import type { Bytes } from '../../core/brands'
import { MOST_GRAPH_BYTES } from '../../core/model/download/body-limits'
import { done, failed, failedBy, type Outcome } from '../../core/errors/outcome'
import { classifierPath, dataPath, towerPath, type Tower } from '../../core/model/files/tower-path'
import type { Dtype } from '../../core/runtime/runtime'
import { externalLocations, type ExternalData, type GraphContent } from '../ort/external-data'
import type { OpenFile } from './fetch-file'
import type { ModelReader } from './model-reader'
import type { ProgressMeter } from './progress-meter'

/** A graph's file at the precision that was found. */
export interface GraphFile {
  readonly dtype: Dtype
  readonly path: string
  readonly file: OpenFile
}

/** What is known of a graph, read or not. */
export interface GraphFacts {
  readonly dtype: Dtype
  /** Of its file, and of those beside it that have its weights. */
  readonly size: Bytes
}

/** A graph of a model, read. */
export interface ModelGraph extends GraphContent, GraphFacts {}

/** What is known of a graph whose weights are at hand without it. */
export const factsOfFile = ({ dtype, file }: GraphFile): GraphFacts => ({
  dtype,
  size: (file.size ?? 0) as Bytes,
})

const graphSize = ({ bytes, data }: Pick<GraphContent, 'bytes' | 'data'>): Bytes =>
  data.reduce((sum, file) => sum + file.data.length, bytes.length) as Bytes

/**
 * Opens a graph at the first precision that the host has.
 * @param graph a tower, or the only graph of a classifier.
 * @param dtypes in order of preference, at least one.
 */
export const openGraph = async (
  reader: ModelReader,
  graph: Tower | 'classifier',
  dtypes: readonly Dtype[],
  signal: AbortSignal,
): Promise<Outcome<GraphFile>> => {
  let missing: Outcome<never> = failed({ code: 'UNSUPPORTED_MODEL', detail: 'no precision was asked for' })
  for (const dtype of dtypes) {
    const path = graph === 'classifier' ? classifierPath(dtype) : towerPath(graph, dtype)
    const opened = await reader.open(path, signal)
    if (opened.kind === 'done') return done({ dtype, path, file: opened.value })
    if (opened.kind === 'cancelled' || opened.error.code !== 'MODEL_NOT_FOUND') return opened
    missing = opened
  }
  return missing
}

/**
 * Reads the weights that lie beside a graph. A graph keeps the names that its exporter gave them, whatever they are
 * published as, so the first that it names is the first that there is.
 */
const readData = async (
  reader: ModelReader,
  path: string,
  graph: Uint8Array,
  meter: ProgressMeter,
  signal: AbortSignal,
): Promise<Outcome<readonly ExternalData[]>> => {
  const read: ExternalData[] = []
  for (const [index, location] of externalLocations(graph).entries()) {
    const opened = await reader.open(dataPath(path, index), signal)
    if (failedBy(opened, 'MODEL_NOT_FOUND'))
      return failed({ code: 'UNSUPPORTED_MODEL', problem: { kind: 'weights-missing', path } })
    if (opened.kind !== 'done') return opened
    meter.expect(opened.value.size)
    const body = await opened.value.read(meter.add, MOST_GRAPH_BYTES)
    if (body.kind !== 'done') return body
    read.push({ path: location, data: body.value })
  }
  return done(read)
}

/** Opens graphs side by side: where one cannot be, none is. */
export const openGraphs = async (
  opening: readonly Promise<Outcome<GraphFile>>[],
): Promise<Outcome<readonly GraphFile[]>> => {
  const opened = await Promise.all(opening)
  const files = opened.flatMap((outcome) => (outcome.kind === 'done' ? [outcome.value] : []))
  for (const outcome of opened) {
    if (outcome.kind === 'done') continue
    for (const { file } of files) await file.cancel()
    return outcome
  }
  return done(files)
}

/** Opens a graph and reads it. */
export const readGraph = async (
  reader: ModelReader,
  opening: Promise<Outcome<GraphFile>>,
  meter: ProgressMeter,
  signal: AbortSignal,
): Promise<Outcome<ModelGraph>> => {
  const opened = await opening
  if (opened.kind !== 'done') return opened
  const graphs = await readGraphs(reader, [opened.value], meter, signal)
  if (graphs.kind !== 'done') return graphs
  const [graph] = graphs.value
  return graph ? done(graph) : failed({ code: 'UNEXPECTED', detail: 'no graph was read' })
}

/** Reads graphs side by side. All are open before any is read, so that the total is known at the first byte. */
export const readGraphs = async (
  reader: ModelReader,
  files: readonly GraphFile[],
  meter: ProgressMeter,
  signal: AbortSignal,
): Promise<Outcome<readonly ModelGraph[]>> => {
  for (const { file } of files) meter.expect(file.size)
  meter.flush()
  const bodies = await Promise.all(files.map(({ file }) => file.read(meter.add, MOST_GRAPH_BYTES)))
  const graphs: ModelGraph[] = []
  for (const [i, body] of bodies.entries()) {
    if (body.kind !== 'done') return body
    const file = files[i]
    if (!file) continue
    const data = await readData(reader, file.path, body.value, meter, signal)
    if (data.kind !== 'done') return data
    const content = { path: file.path, bytes: body.value, data: data.value }
    graphs.push({ ...content, dtype: file.dtype, size: graphSize(content) })
  }
  meter.flush()
  return done(graphs)
}
