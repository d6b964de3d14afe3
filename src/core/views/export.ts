import type { ClassificationRecord } from '../tasks/zero-shot/record'
import type { AnswerRules } from '../question/scoring/judge'
import { csvPieces, type FailedRecord, jsonPieces, upTo } from './pieces'

/** What was asked of every picture alike, beside what each record says itself: enough to ask it again. */
export interface ExportSettings {
  readonly neutral: readonly string[]
  readonly rules: AnswerRules
  /** Of the labels that have one of their own. */
  readonly thresholds: Readonly<Record<string, number>>
}

/** The kinds of file. */
export type ExportFormat = 'csv' | 'json' | 'jsonl'

/** One picture a row. Labels of the first record that has any have columns: all records are of one question. */
function* toTable(
  records: Iterable<ClassificationRecord>,
  failed: readonly FailedRecord[],
  { rules, neutral }: ExportSettings,
): Generator<string> {
  const [before, rest] = upTo(records, (record) => record.labels.length > 0)
  const labels = [...new Set(before.at(-1)?.labels.map(({ label }) => label))]
  // Columns that only such records have: other tables stay as they are.
  const isDecided = before.some(({ decision }) => decision !== undefined)
  const isOwn = before.some(({ classifier }) => classifier !== undefined)
  const isCompared = before.some(({ unlikeness }) => unlikeness !== undefined)
  const isOwnRun = before.some(({ model }) => model.executor !== undefined)
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
    ...(isOwnRun ? ['executor', 'precision'] : []),
    ...(isOwn ? ['classifier', 'classifier_version', 'classifier_examples'] : []),
    ...(isCompared ? ['unlikeness', 'unlike', 'unlikeness_usual', 'unlike_examples'] : []),
    ...(isDecided ? ['decided', 'decision'] : []),
    ...labels.flatMap((label) => [`probability of ${label}`, `match of ${label}`, `cosine of ${label}`]),
  ]
  const toRow = (record: ClassificationRecord) => {
    const { model, classifier, unlikeness: unlike } = record
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
      ...(isOwnRun ? [model.executor ?? null, model.precision ?? null] : []),
      ...(isOwn ? [classifier?.id ?? null, classifier?.version ?? null, classifier?.examples ?? null] : []),
      ...(isCompared
        ? [unlike?.value ?? null, unlike?.to ?? null, unlike?.usual ?? null, unlike?.examples ?? null]
        : []),
      ...(isDecided ? [Array.isArray(record.decision), record.decision?.join(' | ') ?? null] : []),
      ...labels.flatMap((label) => {
        const scores = byLabel.get(label)
        return [scores?.probability ?? null, scores?.match ?? null, scores?.cosine ?? null]
      }),
    ]
  }
  yield* csvPieces(head, [before, rest], toRow, failed)
}

/**
 * Records as a file for other programs. JSON holds the settings once beside the records; a line of JSON Lines is
 * a record with the settings as its last field; CSV has one picture a row. Each names the pictures that could not be
 * read, with the code of their error, after those that have an answer.
 *
 * It comes in pieces, a picture or so each, made when they are asked for: all of it may be longer than a text can be.
 */
export function* exportRecords(
  records: Iterable<ClassificationRecord>,
  failed: readonly FailedRecord[],
  settings: ExportSettings,
  format: ExportFormat,
): Generator<string> {
  switch (format) {
    case 'csv':
      yield* toTable(records, failed, settings)
      return
    case 'json':
      yield* jsonPieces({ settings }, { records, failed })
      return
    case 'jsonl':
      for (const record of records) yield `${JSON.stringify({ ...record, settings })}\n`
      for (const picture of failed) yield `${JSON.stringify(picture)}\n`
  }
}
