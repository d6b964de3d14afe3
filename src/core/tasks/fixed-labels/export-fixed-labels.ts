import type { ExportFormat } from '../../views/export'
import { csvPieces, type FailedRecord, jsonPieces, upTo } from '../../views/pieces'
import type { FixedLabelRecord } from './fixed-label-record'

/** One picture a row. All records are of one model, so the first says what there are columns for. */
function* toTable(records: Iterable<FixedLabelRecord>, failed: readonly FailedRecord[]): Generator<string> {
  const [before, rest] = upTo(records, () => true)
  const [first] = before
  const categories = first?.categories?.map(({ label }) => label) ?? []
  const listed = first?.classes.length ?? 0
  const ranks = Array.from({ length: listed }, (_, i) => i + 1)
  const head = [
    ...['name', 'top', 'margin', 'sha256', 'width', 'height', 'model', 'revision'],
    ...['dtype', 'device', 'recipe', 'verified', 'time_ms', 'id', 'reduced_by', 'error'],
    ...categories.map((category) => `probability of ${category}`),
    ...ranks.flatMap((rank) => [`class ${rank}`, `class_id ${rank}`, `probability ${rank}`]),
  ]
  const toRow = (record: FixedLabelRecord) => {
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
  }
  yield* csvPieces(head, [before, rest], toRow, failed)
}

/**
 * A classifier's records as a file for other programs: JSON as one object, JSON Lines with a record a line, CSV
 * with a picture a row, its likeliest classes side by side. Each names the pictures that could not be read, with the
 * code of their error, after the others. It comes in pieces, as `exportRecords` gives them.
 */
export function* exportFixedLabels(
  records: Iterable<FixedLabelRecord>,
  failed: readonly FailedRecord[],
  format: ExportFormat,
): Generator<string> {
  switch (format) {
    case 'csv':
      yield* toTable(records, failed)
      return
    case 'json':
      yield* jsonPieces({}, { records, failed })
      return
    case 'jsonl':
      for (const record of records) yield `${JSON.stringify(record)}\n`
      for (const picture of failed) yield `${JSON.stringify(picture)}\n`
  }
}
