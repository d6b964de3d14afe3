import type { Milliseconds, UnitVector } from '../../core/brands'
import type { ClassLogits } from '../../core/tasks/fixed-labels/class-logits'
import { encodingValues, type EncodedByModel } from '../../core/model/picture-encoding'
import { RELAXED, type DeskDatabase, type SegmentRecord } from './database'

/** Pictures in one record: 512 kB of 512 numbers each. */
export const SEGMENT = 256

/** Encodings of one model, by the bytes of the pictures. */
export interface Encodings {
  readonly modelKey: string
  sha256s(): readonly string[]
  has(sha256: string): boolean
  get(sha256: string): EncodedByModel | null
  /** What is not here yet of these, or was read less exactly, as one record; `null` where all of it is. They are here from now on. */
  add(rows: readonly { readonly sha256: string; readonly encoded: EncodedByModel }[]): SegmentRecord | null
}

/** Puts rows of one kind and length together. */
const toSegment = (
  encoding: string,
  rows: readonly { readonly sha256: string; readonly encoded: EncodedByModel }[],
): SegmentRecord | null => {
  const [first] = rows
  if (!first) return null
  const width = encodingValues(first.encoded).length
  const values = new Float32Array(rows.length * width)
  const frames = new Float64Array(rows.length * 4)
  const times = new Float64Array(rows.length)
  const reductions = new Uint8Array(rows.length)
  rows.forEach(({ encoded }, i) => {
    values.set(encodingValues(encoded), i * width)
    const { left, top, width: across, height: down } = encoded.frame
    frames.set([left, top, across, down], i * 4)
    times[i] = encoded.time
    reductions[i] = encoded.reducedBy
  })
  const sha256s = rows.map(({ sha256 }) => sha256)
  return { encoding, kind: first.encoded.kind, sha256s, values, frames, reductions, times }
}

const reductionAt = ({ reductions }: SegmentRecord, row: number): EncodedByModel['reducedBy'] => {
  const stored = reductions?.[row]
  return stored === 2 || stored === 4 || stored === 8 ? stored : 1
}

const rowOf = (segment: SegmentRecord, row: number): EncodedByModel => {
  const { encoding: modelKey, kind, sha256s, values, frames, times } = segment
  const width = values.length / sha256s.length
  const numbers = values.slice(row * width, (row + 1) * width)
  const [left = 0, top = 0, across = 1, down = 1] = frames.subarray(row * 4, row * 4 + 4)
  const known = {
    modelKey,
    frame: { left, top, width: across, height: down },
    reducedBy: reductionAt(segment, row),
    time: (times[row] ?? 0) as Milliseconds,
  }
  // Written by `toSegment` from vectors of the same kind.
  return kind === 'embedding'
    ? { ...known, kind, embedding: numbers as Float32Array as UnitVector }
    : { ...known, kind, logits: numbers as Float32Array as ClassLogits }
}

/** The record with some of its pictures alone: itself where that is all of them, `null` where it is none. */
export const onlyRows = (
  segment: SegmentRecord,
  isWanted: (sha256: string) => boolean,
): SegmentRecord | null => {
  const rows = segment.sha256s.flatMap((sha256, row) =>
    isWanted(sha256) ? [{ sha256, encoded: rowOf(segment, row) }] : [],
  )
  if (rows.length === segment.sha256s.length) return segment
  const left = toSegment(segment.encoding, rows)
  return left && { ...left, ...(segment.sequence === undefined ? {} : { sequence: segment.sequence }) }
}

/** Whether a record is whole: one that is not is left out, and its pictures are encoded again. */
const isSound = ({ sha256s, values, frames, times }: SegmentRecord): boolean =>
  sha256s.length > 0 &&
  values.length > 0 &&
  values.length % sha256s.length === 0 &&
  frames.length === sha256s.length * 4 &&
  times.length === sha256s.length &&
  values.every(Number.isFinite)

/** Puts many small records in place of a few large ones, in one transaction: all of it happens or nothing. */
const merge = async (db: DeskDatabase, segments: readonly SegmentRecord[]): Promise<void> => {
  const rows = segments.flatMap((segment) =>
    segment.sha256s.map((sha256, row) => ({ sha256, encoded: rowOf(segment, row) })),
  )
  const tx = db.transaction('vectors', 'readwrite', RELAXED)
  const work: Promise<unknown>[] = []
  for (const { sequence } of segments) if (sequence !== undefined) work.push(tx.store.delete(sequence))
  for (let at = 0; at < rows.length; at += SEGMENT) {
    const [first] = rows.slice(at)
    const merged = first && toSegment(first.encoded.modelKey, rows.slice(at, at + SEGMENT))
    if (merged) work.push(tx.store.add(merged))
  }
  await Promise.all([...work, tx.done])
}

/** Reads all that is kept of one model. */
export const loadEncodings = async (db: DeskDatabase, modelKey: string): Promise<Encodings> => {
  const segments = (await db.getAllFromIndex('vectors', 'encoding', modelKey)).filter(isSound)
  const places = new Map<string, { readonly segment: SegmentRecord; readonly row: number }>()
  // What was read fast may have been read exactly since then.
  const isFiner = (sha256: string, reducedBy: number): boolean => {
    const known = places.get(sha256)
    return !known || reducedBy < reductionAt(known.segment, known.row)
  }
  const place = (segment: SegmentRecord) => {
    segment.sha256s.forEach((sha256, row) => {
      if (isFiner(sha256, reductionAt(segment, row))) places.set(sha256, { segment, row })
    })
  }
  segments.forEach(place)
  const small = segments.filter(({ sha256s }) => sha256s.length < SEGMENT / 2)
  if (small.length > 8) await merge(db, small)

  return {
    modelKey,
    sha256s: () => [...places.keys()],
    has: (sha256) => places.has(sha256),
    get: (sha256) => {
      const known = places.get(sha256)
      return known ? rowOf(known.segment, known.row) : null
    },
    add: (rows) => {
      const finer = rows.filter(({ sha256, encoded }) => isFiner(sha256, encoded.reducedBy))
      const fresh = new Map(finer.map((row) => [row.sha256, row]))
      const segment = toSegment(modelKey, [...fresh.values()])
      if (segment) place(segment)
      return segment
    },
  }
}
