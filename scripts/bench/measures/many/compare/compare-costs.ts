/**
 * What it takes to set two answers beside each other, in a process of its own: its CPU time, as slow as code is that runs for
 * the first time. Vectors are made up. Prints JSON.
 */
import type { Scoring } from '../../../../../src/core/question/scoring/ranking.ts'
import { createDeskColumns } from '../../../../../src/core/desk/desk-columns.ts'
import { toSeenRows } from '../../../../../src/core/desk/columns/seen-rows.ts'
import type { RowAnswers } from '../../../../../src/core/desk/tasks/zero-shot/answers-of-rows.ts'
import type { ZeroShotQuestion } from '../../../../../src/core/desk/tasks/zero-shot/zero-shot-judge.ts'
import { toSheet } from '../../../../../src/core/tasks/comparison/answer-sheet.ts'
import { compareSheets } from '../../../../../src/core/tasks/comparison/compare-sheets.ts'
import { costOf } from '../cost-of.ts'
import { PICTURES, TAGS, type CompareOutput } from './measure-compare.ts'

const WIDTH = 512
const NEUTRAL = 4
const TEXTS = TAGS + NEUTRAL

let seed = 1
const next = (): number => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647 - 0.5
}
const fill = (values: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> => {
  for (let from = 0; from < values.length; from += WIDTH) {
    const vector = Float64Array.from({ length: WIDTH }, next)
    const scale = 1 / Math.hypot(...vector)
    values.set(
      vector.map((value) => value * scale),
      from,
    )
  }
  return values
}

const rows = Uint32Array.from({ length: PICTURES }, (_, row) => row)
const columns = createDeskColumns()
columns.tell({
  added: {
    rows,
    names: Array.from(rows, (row) => `${row}.png`),
    dates: new Float64Array(PICTURES),
    sizes: new Float64Array(PICTURES),
  },
  removed: [],
  order: null,
  flags: { rows: new Uint32Array(), values: new Uint8Array() },
  seen: toSeenRows([]),
  encoded: { modelKey: 'bench', rows, values: fill(new Float32Array(PICTURES * WIDTH)) },
})
// The texts of A, those of B, and one that is edited in B.
const numbers = Array.from({ length: 2 * TEXTS + 1 }, (_, number) => number)
columns.know({ numbers, values: fill(new Float32Array(numbers.length * WIDTH)), forgotten: [] })

const scoring: Scoring = {
  ...{ logitScale: 100, logitBias: 0, activation: 'softmax', calibrated: true, temperature: 1 },
}
const questionOf = (texts: readonly number[]): ZeroShotQuestion => ({
  task: 'zero-shot',
  tags: texts.slice(0, TAGS).map((vector, place) => ({
    ...{ id: `${place}`, text: `tag ${place}`, threshold: null, vector, rivals: [], neutralPictures: null },
  })),
  neutral: texts.slice(TAGS),
  scoring,
  rules: { mode: 'single', noneMargin: 1 },
})
const textsOfA = numbers.slice(0, TEXTS)
const textsOfB = numbers.slice(TEXTS, 2 * TEXTS)
const asked = (texts: readonly number[]) => ({
  ...{ modelKey: 'bench', drawingsOnly: false, question: questionOf(texts) },
})

const sheetOf = (answers: RowAnswers, id: string) =>
  toSheet(
    {
      ...{ id, model: { id, name: id, key: id }, template: '{}', calibrated: true },
      tags: questionOf(textsOfA).tags.map(({ id: tag, text }) => ({ id: tag, text, hue: 0 })),
    },
    answers,
    (row) => `sha ${row}`,
  )

// The list has been judged by A, as it is where someone looks at it.
columns.ask(asked(textsOfA))
for (
  const steps = columns.arrange({
    ...{ filter: { answers: [], ranges: [] }, sort: { by: 'added', descending: false }, scoreOf: null },
    ...{ likeTo: null, words: null, histogramsOf: [] },
  });
  ;
)
  if (steps.next().done) break
const present = costOf(columns.answersTo(asked(textsOfA)))
const other = costOf(columns.answersTo(asked(textsOfB)))
const edited = costOf(columns.answersTo(asked([2 * TEXTS, ...textsOfB.slice(1)])))
/** Every tenth is decided. */
const isDecided = (sha256: string) => sha256.endsWith('0')
const before = process.cpuUsage()
const [a, b] = [sheetOf(present.result, 'a'), sheetOf(other.result, 'b')]
const { user, system } = process.cpuUsage(before)
const page = costOf(compareSheets(a, b, (sha256) => (isDecided(sha256) ? ['0'] : null)))

const output: CompareOutput = {
  costs: { present: present.cpu, other: other.cpu, edited: edited.cpu },
  page: page.cpu + (user + system) / 1000,
  longest: Math.max(present.longest, other.longest, edited.longest),
  longestOnPage: page.longest,
  compared: page.result.pictures.length,
}
console.log(JSON.stringify(output))
