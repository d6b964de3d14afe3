import { toCsv } from '../../views/csv'
import { answersAt, scoreAt, type AnswerSheet } from './answer-sheet'
import { comparedPictures, type Comparison } from './compare-sheets'

/** The kinds of file of a comparison. */
export type ComparisonFormat = 'csv' | 'json'

/** Rows that are made into one piece of text. */
const AT_ONCE = 500

/** What a sheet says of a picture: its answer, and the first tag of the ranking with what that scores. */
const saidOf = (sheet: AnswerSheet, place: number) => {
  const best = sheet.best[place] ?? 0
  const textOf = new Map(sheet.tags.map(({ id, text }) => [id, text]))
  return {
    answer: answersAt(sheet, place).map((id) => textOf.get(id) ?? ''),
    top: sheet.tags[best]?.text ?? null,
    score: sheet.tags.length === 0 ? null : scoreAt(sheet, place, best),
  }
}

const aboutSheet = ({ model, template, calibrated }: AnswerSheet) => ({
  ...{ model: model.id, key: model.key, templates: template.split('\n') },
  scores: calibrated ? 'probability' : 'cosine',
})

/**
 * A comparison as a file for other programs: a table, a picture a row, or JSON with what was compared and the figures once
 * beside the pictures. The pictures that differ come first. It comes in pieces, since all of it may be long.
 * @param nameOf the names of pictures by their bytes.
 */
export function* exportComparison(
  comparison: Comparison,
  differOnly: boolean,
  nameOf: (sha256: string) => string,
  format: ComparisonFormat,
): Generator<string> {
  const { a, b, agreement, judged, differing } = comparison
  const pictures = comparedPictures(comparison, differOnly)
  const toRecord = ({ sha256, inA, inB, differs, right }: (typeof pictures)[number]) => ({
    ...{ name: nameOf(sha256), sha256, differs },
    ...{ a: saidOf(a, inA), b: saidOf(b, inB), right },
  })
  if (format === 'json') {
    const head = { a: aboutSheet(a), b: aboutSheet(b), agreement, differing, judged }
    yield `${JSON.stringify(head).slice(0, -1)},"pictures":[`
  } else {
    const sides = ['a', 'b'].flatMap((side) => [
      `${side}_answer`,
      `${side}_top`,
      `${side}_score`,
      `${side}_right`,
    ])
    // Without the mark a spreadsheet reads a table in its own old encoding.
    yield `\ufeff${toCsv([['name', 'sha256', 'differs', ...sides]])}`
  }
  for (let from = 0; from < pictures.length; from += AT_ONCE) {
    const records = pictures.slice(from, from + AT_ONCE).map(toRecord)
    if (format === 'json')
      yield `${from === 0 ? '' : ','}${records.map((record) => JSON.stringify(record)).join(',')}`
    else
      yield toCsv(
        records.map(({ name, sha256, differs, right, ...said }) => [
          ...[name, sha256, differs],
          ...(['a', 'b'] as const).flatMap((side) => {
            const { answer, top, score } = said[side]
            return [answer.join(' | '), top, score, right?.[side] ?? null]
          }),
        ]),
      )
  }
  if (format === 'json') yield ']}'
}
