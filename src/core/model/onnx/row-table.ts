import { fromHalfBits } from './half-precision'
import { FLOAT16, FLOAT32, INT8 } from './tensor-values'
import type { ConstantPart, ThinConstants } from './thin-constants'

/** Rows of numbers of which few are asked for, one at a time. */
export interface RowTable {
  readonly count: number
  readonly width: number
  /** @param index from 0 to `count - 1` */
  row(index: number): Float32Array<ArrayBuffer>
}

/** How a number of a kept table is written; `same` has one for all of them, and keeps none. */
export type RowForm = 'unsigned bytes' | 'signed bytes' | 'halves' | 'upper halves' | 'same'

/** What a table's bytes mean. */
export interface RowFacts {
  readonly form: RowForm
  readonly count: number
  readonly width: number
  /** A number is `(written - zero) * scale`; of `same` it is `scale`. */
  readonly scale: number
  readonly zero: number
}

/** A table that can be kept: in one byte a number where its file has so, and in two otherwise. */
export interface KeptRows {
  readonly facts: RowFacts
  /** Bytes that it takes. */
  readonly size: number
  /** Gives them piece by piece, each of a multiple of two bytes. */
  pieces(): AsyncIterable<Uint8Array<ArrayBuffer>>
}

const BYTES: Readonly<Record<RowForm, number>> = {
  ...{ 'unsigned bytes': 1, 'signed bytes': 1 },
  ...{ halves: 2, 'upper halves': 2, same: 0 },
}

/** Bytes that are read at a time, so that a table of a hundred megabytes is never there twice. */
const PART = 2 ** 22

/**
 * The upper half of each number of four bytes, rounded: off by a five-hundredth of itself at most, which is little beside what
 * products of bytes round.
 */
const upperHalves = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const numbers = new Uint32Array(bytes.buffer)
  const halves = new Uint16Array(numbers.length)
  for (let i = 0; i < numbers.length; i += 1) halves[i] = ((numbers[i] ?? 0) + 0x8000) >>> 16
  return new Uint8Array(halves.buffer)
}

const FORMS: Readonly<Record<number, RowForm>> = {
  [FLOAT32]: 'upper halves',
  [FLOAT16]: 'halves',
  [INT8]: 'signed bytes',
}

const numbersOf = (form: RowForm, bytes: Uint8Array<ArrayBuffer>): Float32Array<ArrayBuffer> => {
  const { buffer } = bytes
  switch (form) {
    case 'upper halves':
      return new Float32Array(Uint32Array.from(new Uint16Array(buffer), (half) => half << 16).buffer)
    case 'halves':
      return fromHalfBits(new Uint16Array(buffer))
    case 'signed bytes':
      return Float32Array.from(new Int8Array(buffer))
    case 'unsigned bytes':
    case 'same':
      return Float32Array.from(bytes)
  }
}

/**
 * Opens a table where it is kept.
 * @param bytes gives them from an address within the table to another, as a copy
 */
export const openRowTable = (
  { form, count, width, scale, zero }: RowFacts,
  bytes: (from: number, to: number) => Uint8Array<ArrayBuffer>,
): RowTable => {
  const length = width * BYTES[form]
  return {
    ...{ count, width },
    row: (index) =>
      form === 'same'
        ? new Float32Array(width).fill(scale)
        : numbersOf(form, bytes(index * length, (index + 1) * length)).map(
            (number) => (number - zero) * scale,
          ),
  }
}

/** A table's numbers in a graph, and what they were multiplied by. */
interface TableNames {
  readonly rows: string
  /** One number each. */
  readonly quantised: { readonly scale: string; readonly zero: string | null } | null
}

const keptRows = ({ dims, type, read }: ConstantPart, scale: number, zero: number): KeptRows => {
  const form = FORMS[type] ?? 'unsigned bytes'
  const width = dims.at(-1) ?? 0
  const all = dims.reduce((product, length) => product * length, 1)
  return {
    facts: { form, width, count: width === 0 ? 0 : all / width, scale, zero },
    size: all * BYTES[form],
    pieces: async function* () {
      const length = form === 'upper halves' ? all * 4 : all * BYTES[form]
      for (let at = 0; at < length; at += PART) {
        const piece = await read(at, Math.min(length, at + PART))
        yield form === 'upper halves' ? upperHalves(piece) : piece
      }
    },
  }
}

/**
 * Finds a constant whose rows are to be read when they are asked for. A table of tokens is a quarter to a half of a text
 * tower, of which a text takes a handful of rows.
 *
 * @returns `null` for what is no constant, or has a scale for each row or column
 */
export const findRows = (constants: ThinConstants, { rows, quantised }: TableNames): KeptRows | null => {
  const scale = quantised ? constants.small(quantised.scale)?.values : Float32Array.of(1)
  const zeroName = quantised?.zero ?? null
  const zero = zeroName === null ? Float32Array.of(0) : constants.small(zeroName)?.values
  if (scale?.length !== 1 || zero?.length !== 1) return null
  const part = constants.part(rows)
  if (part) return keptRows(part, scale[0] ?? 1, zero[0] ?? 0)
  // One number throughout: what benches have in place of weights.
  const made = constants.filled(rows)
  const width = made?.dims.at(-1)
  if (!made || width === undefined) return null
  const number = (made.number - (zero[0] ?? 0)) * (scale[0] ?? 1)
  const count = made.dims.slice(0, -1).reduce((product, length) => product * length, 1)
  return {
    facts: { form: 'same', width, count, scale: number, zero: 0 },
    size: 0,
    pieces: async function* () {
      // None.
    },
  }
}
