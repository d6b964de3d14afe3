import type { ExportFormat } from '../views/export'

/** What a file of results is: records in a format, vectors for NumPy, or the pictures themselves in folders by class. */
export type ExportKind = ExportFormat | 'npz' | 'zip'

/** Which pictures it is of: the whole list, those that pass the filter in the order on the screen, or those marked. */
export type ExportScope = 'all' | 'shown' | 'marked'

export interface ExportRequest {
  readonly kind: ExportKind
  readonly scope: ExportScope
}

const FILES: Readonly<Record<ExportKind, readonly [name: string, type: string]>> = {
  csv: ['taglens.csv', 'text/csv;charset=utf-8'],
  json: ['taglens.json', 'application/json;charset=utf-8'],
  jsonl: ['taglens.jsonl', 'application/jsonl;charset=utf-8'],
  npz: ['taglens.npz', 'application/zip'],
  zip: ['taglens.zip', 'application/zip'],
}

/** What the file is called, and its type. */
export const exportFile = (kind: ExportKind): { readonly name: string; readonly type: string } => {
  const [name, type] = FILES[kind]
  return { name, type }
}
