import type { TaglensErrorCode } from '../errors/taglens-error'

/** A picture of the list that has no answer since it could not be read. Field names are a contract: scripts read them. */
export interface FailedRecord {
  readonly id: string
  readonly name: string
  readonly error: { readonly code: TaglensErrorCode }
}

/** A row of a table with these columns that says no more than what failed. */
export const toFailedRow = (
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
