import type { UnitVector } from '../../../../core/brands'
import { packedPath } from '../../../../core/model/files/packed-path'
import { createLate, obtainPart } from '../../../../core/async/late'
import { done, failed, type Outcome } from '../../../../core/errors/outcome'
import { bytesInMemory, type FileBytes } from '../../../../core/model/onnx/thin-graph'
import { cosine, toUnitVector } from '../../../../core/question/scoring/cosine'
import {
  type Executor,
  OWN_LIMIT,
  type OwnPrecision,
  type OwnRefusal,
  wantedPrecision,
} from '../../../../core/runtime/executor'
import { bytesOfBlob } from '../../../cpu/blob-bytes'
import type { Steps } from '../../../cpu/open-tower'
import type { ModelGraph } from '../../../hub/graph-files'
import type { ModelReader } from '../../../hub/model-reader'
import { nextTurn } from '../../../../protocol/next-turn'

/** Our own kernels and what opens towers on them, loaded where they are asked for. */
export const ownKernels = createLate(() => import('../../../cpu/own-towers'))

/** What our own kernels round rows to where they are asked for, as this browser has them; `null` where they are not. */
export const roundedHere = async (executor: Executor | undefined): Promise<Outcome<OwnPrecision | null>> => {
  const wanted = wantedPrecision(executor)
  if (wanted === null) return done(null)
  const part = await obtainPart(ownKernels)
  return part.kind === 'done' ? done(part.value.ownPrecision(wanted)) : part
}

/** Where our own kernels read a graph: where it lies on this device, so that it need not be in memory. */
export const fileOf = (reader: Pick<ModelReader, 'blob'>, { path, bytes }: ModelGraph): FileBytes => {
  const blob = reader.blob(path)
  return blob ? bytesOfBlob(blob) : bytesInMemory(bytes)
}

/** Gives a tower's weights as a file that a later visit opens without its graph. Reads memory: call it while nothing runs. */
export type Pack = () => Blob

/** Weights of towers, by where they are kept beside their graphs. */
export type PackedWeights = ReadonlyMap<string, Pack>

export const packedBy = (graph: string, pack: Pack | null): PackedWeights =>
  new Map(pack ? [[packedPath(graph), pack]] : [])

/**
 * Takes each step in a turn of its own, so that a message to stop is heard in between; all at once where there is none to hear.
 * @returns `null` where it was stopped
 */
export const inTurns = async <T>(steps: Steps<T>, signal: AbortSignal | undefined): Promise<T | null> => {
  for (;;) {
    const { done: isOver, value } = steps.next()
    if (isOver) return value
    if (signal) await nextTurn()
    if (signal?.aborted) return null
  }
}

/** Directions of what a tower of ours gave, one for each input. */
export const toDirections = (vectors: readonly Float32Array[]): Outcome<readonly UnitVector[]> => {
  const rows = vectors.flatMap((vector) => toUnitVector(vector) ?? [])
  return rows.length === vectors.length
    ? done(rows)
    : failed({ code: 'UNEXPECTED', detail: 'what was encoded has no direction' })
}

/** How far a tower's vectors are from ONNX Runtime's, and why it is not taken. */
export interface Compared {
  readonly refused: OwnRefusal | null
  /** Largest cosine distance; `null` where there is none to tell. */
  readonly distance: number | null
}

/** Compares what both made of the canned input. */
export const compareWithOracle = (
  seen: Outcome<readonly UnitVector[]>,
  right: readonly UnitVector[],
): Compared => {
  if (seen.kind !== 'done') return { refused: 'too far', distance: null }
  const distance = Math.max(0, ...seen.value.map((vector, i) => 1 - cosine(vector, right[i] ?? vector)))
  // Not a number is not near either.
  return { refused: distance <= OWN_LIMIT ? null : 'too far', distance }
}
