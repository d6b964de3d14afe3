import { toCsv } from './csv'
import type { TaglensErrorCode } from '../errors/taglens-error'

/** A value as `JSON.stringify(…, null, 2)` writes it so many steps in. */
const indented = (value: unknown, steps: number): string =>
  // No text of JSON holds a line end of its own.
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(steps)}`)

/**
 * An object of whole values and, behind them, of lists, as `JSON.stringify(…, null, 2)` writes it, with a line end at last: in
 * pieces of an element each.
 */
export function* jsonPieces(
  whole: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, Iterable<unknown>>>,
): Generator<string> {
  let before = '{'
  for (const [key, value] of Object.entries(whole)) {
    yield `${before}\n  ${JSON.stringify(key)}: ${indented(value, 1)}`
    before = ','
  }
  for (const [key, list] of Object.entries(lists)) {
    yield `${before}\n  ${JSON.stringify(key)}: [`
    before = ','
    let isFirst = true
    for (const value of list) {
      yield `${isFirst ? '' : ','}\n    ${indented(value, 2)}`
      isFirst = false
    }
    yield isFirst ? ']' : '\n  ]'
  }
  yield '\n}\n'
}

/** The values up to the first of which something is so, that one included, and the rest, which has not been asked for yet. */
export const upTo = <Value>(
  values: Iterable<Value>,
  isSo: (value: Value) => boolean,
): readonly [before: readonly Value[], rest: Iterable<Value>] => {
  const iterator = values[Symbol.iterator]()
  const before: Value[] = []
  for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
    before.push(next.value)
    if (isSo(next.value)) break
  }
  return [before, { [Symbol.iterator]: () => iterator }]
}

/** A table, a row a piece: a head, the records of each part, and then what failed. */
export function* csvPieces<T>(
  head: readonly string[],
  parts: readonly Iterable<T>[],
  toRow: (record: T) => Parameters<typeof toCsv>[0][number],
  failed: readonly FailedRecord[],
): Generator<string> {
  yield toCsv([head])
  for (const records of parts) for (const record of records) yield toCsv([toRow(record)])
  for (const picture of failed) yield toCsv([toFailedRow(picture, head)])
}

/** A picture of the list that has no answer since it could not be read. Field names are a contract: scripts read them. */
export interface FailedRecord {
  readonly id: string
  readonly name: string
  readonly error: { readonly code: TaglensErrorCode }
}

/** A row of a table with these columns that says no more than what failed. */
const toFailedRow = (
  { id, name, error }: FailedRecord,
  columns: readonly string[],
): readonly (string | null)[] => {
  const cells = new Map([
    ['id', id],
    ['name', name],
    ['error', error.code],
  ])
  return columns.map((column) => cells.get(column) ?? null)
}
