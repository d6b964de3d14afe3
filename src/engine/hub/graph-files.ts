import { MOST_GRAPH_BYTES } from '../../core/model/download/body-limits'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { classifierPath, towerPath, type Tower } from '../../core/model/files/tower-path'
import type { Dtype } from '../../core/runtime/runtime'
import type { OpenFile } from './fetch-file'
import type { ModelReader } from './model-reader'
import type { ProgressMeter } from './progress-meter'

/** A graph's file at the precision that was found. */
export interface GraphFile {
  readonly dtype: Dtype
  readonly file: OpenFile
}

/** A graph of a model, read. */
export interface ModelGraph {
  readonly dtype: Dtype
  readonly bytes: Uint8Array<ArrayBuffer>
}

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
    if (opened.kind === 'done') return done({ dtype, file: opened.value })
    if (opened.kind === 'cancelled' || opened.error.code !== 'MODEL_NOT_FOUND') return opened
    missing = opened
  }
  return missing
}

/** Reads graphs side by side. All are open before any is read, so that the total is known at the first byte. */
export const readGraphs = async (
  opening: readonly Promise<Outcome<GraphFile>>[],
  meter: ProgressMeter,
): Promise<Outcome<readonly ModelGraph[]>> => {
  const opened = await Promise.all(opening)
  const files = opened.flatMap((outcome) => (outcome.kind === 'done' ? [outcome.value] : []))
  for (const outcome of opened) {
    if (outcome.kind === 'done') continue
    for (const { file } of files) await file.cancel()
    return outcome
  }
  for (const { file } of files) meter.expect(file.size)
  meter.flush()
  const bodies = await Promise.all(files.map(({ file }) => file.read(meter.add, MOST_GRAPH_BYTES)))
  meter.flush()
  const graphs: ModelGraph[] = []
  for (const [i, body] of bodies.entries()) {
    if (body.kind !== 'done') return body
    const file = files[i]
    if (file) graphs.push({ dtype: file.dtype, bytes: body.value })
  }
  return done(graphs)
}
