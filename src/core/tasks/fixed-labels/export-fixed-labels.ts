import { toCsv } from '../../views/csv'
import type { ExportFormat } from '../../views/export'
import { toFailedRow, type FailedRecord } from '../../views/failed-record'
import type { FixedLabelRecord } from './fixed-label-record'

const toTable = (records: readonly FixedLabelRecord[], failed: readonly FailedRecord[]): string => {
  const categories = [
    ...new Set(records.flatMap((record) => record.categories?.map(({ label }) => label) ?? [])),
  ]
  const listed = Math.max(0, ...records.map(({ classes }) => classes.length))
  const ranks = Array.from({ length: listed }, (_, i) => i + 1)
  const head = [
    ...['name', 'top', 'margin', 'sha256', 'width', 'height', 'model', 'revision'],
    ...['dtype', 'device', 'recipe', 'verified', 'time_ms', 'id', 'reduced_by', 'error'],
    ...categories.map((category) => `probability of ${category}`),
    ...ranks.flatMap((rank) => [`class ${rank}`, `class_id ${rank}`, `probability ${rank}`]),
  ]
  const rows = records.map((record) => {
    const { model } = record
    return [
      ...[record.name, record.top, record.margin, record.sha256, record.width, record.height],
      ...[model.id, model.revision, model.dtype, model.device, model.recipe, model.verified],
      ...[record.time_ms, record.id, record.reduced_by ?? null, null],
      ...categories.map(
        (category) => record.categories?.find(({ label }) => label === category)?.probability ?? null,
      ),
      ...ranks.flatMap((rank) => {
        const found = record.classes[rank - 1]
        return [found?.label ?? null, found?.class_id ?? null, found?.probability ?? null]
      }),
    ]
  })
  return toCsv([head, ...rows, ...failed.map((picture) => toFailedRow(picture, head))])
}

/**
 * A classifier's records as a file for other programs: JSON as one object, JSON Lines with a record a line, CSV
 * with a picture a row, its likeliest classes side by side. Each names the pictures that could not be read, with the
 * code of their error, after the others.
 */
export const exportFixedLabels = (
  records: readonly FixedLabelRecord[],
  failed: readonly FailedRecord[],
  format: ExportFormat,
): string => {
  switch (format) {
    case 'csv':
      return toTable(records, failed)
    case 'json':
      return `${JSON.stringify({ records, failed }, null, 2)}\n`
    case 'jsonl':
      return [...records, ...failed].map((line) => `${JSON.stringify(line)}\n`).join('')
  }
}
