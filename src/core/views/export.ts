import type { ClassificationRecord } from '../tasks/zero-shot/record'
import type { AnswerRules } from '../question/scoring/judge'
import { toCsv } from './csv'
import { toFailedRow, type FailedRecord } from './failed-record'

/** What was asked of every picture alike, beside what each record says itself: enough to ask it again. */
export interface ExportSettings {
  readonly neutral: readonly string[]
  readonly rules: AnswerRules
  /** Of the labels that have one of their own. */
  readonly thresholds: Readonly<Record<string, number>>
}

/** The kinds of file. */
export type ExportFormat = 'csv' | 'json' | 'jsonl'

const toTable = (
  records: readonly ClassificationRecord[],
  failed: readonly FailedRecord[],
  { rules, neutral }: ExportSettings,
): string => {
  const labels = [...new Set(records.flatMap((record) => record.labels.map(({ label }) => label)))]
  const head = [
    ...['name', 'top', 'accepted', 'rejected', 'margin', 'sha256', 'width', 'height', 'model', 'revision'],
    ...[
      'dtype',
      'device',
      'recipe',
      'verified',
      'templates',
      'temperature',
      'mode',
      'none_margin',
      'neutral',
    ],
    ...['time_ms', 'id', 'unanswered', 'reduced_by', 'error'],
    ...labels.flatMap((label) => [`probability of ${label}`, `match of ${label}`, `cosine of ${label}`]),
  ]
  const rows = records.map((record) => {
    const { model } = record
    const byLabel = new Map(record.labels.map((label) => [label.label, label]))
    return [
      record.name,
      record.top,
      record.labels
        .filter(({ accepted }) => accepted)
        .map(({ label }) => label)
        .join(' | '),
      record.rejected,
      record.margin,
      record.sha256,
      record.width,
      record.height,
      model.id,
      model.revision,
      model.dtype,
      model.device,
      model.recipe,
      model.verified,
      record.templates.join(' | '),
      record.temperature,
      rules.mode,
      rules.noneMargin,
      neutral.join(' | '),
      record.time_ms,
      record.id,
      record.unanswered ?? null,
      record.reduced_by ?? null,
      null,
      ...labels.flatMap((label) => {
        const scores = byLabel.get(label)
        return [scores?.probability ?? null, scores?.match ?? null, scores?.cosine ?? null]
      }),
    ]
  })
  return toCsv([head, ...rows, ...failed.map((picture) => toFailedRow(picture, head))])
}

/**
 * Records as a file for other programs. JSON holds the settings once beside the records; a line of JSON Lines is
 * a record with the settings as its last field; CSV has one picture a row. Each names the pictures that could not be
 * read, with the code of their error, after those that have an answer.
 */
export const exportRecords = (
  records: readonly ClassificationRecord[],
  failed: readonly FailedRecord[],
  settings: ExportSettings,
  format: ExportFormat,
): string => {
  switch (format) {
    case 'csv':
      return toTable(records, failed, settings)
    case 'json':
      return `${JSON.stringify({ settings, records, failed }, null, 2)}\n`
    case 'jsonl':
      return [...records.map((record) => ({ ...record, settings })), ...failed]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('')
  }
}
