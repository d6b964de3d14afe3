/**
 * What one edited tag costs the columns worker, in a process of its own: its CPU time, whatever the machine does beside
 * it. Vectors are made up and come in by the same door as a page’s. Prints JSON for `measures/measure-edit.ts`; by hand:
 * `npm run bench:columns -- 10000 100 7` for pictures, tags and rounds.
 */
import { createDeskColumns, type DeskColumns } from '../../src/core/desk/desk-columns.ts'
import { toSeenRows } from '../../src/core/desk/columns/seen-rows.ts'
import type { View } from '../../src/core/desk/view/view.ts'

const [pictures = 0, tags = 0, rounds = 0] = process.argv.slice(2).map(Number)
const WIDTH = 512
const NEUTRAL = 6

/** Numbers that look random and are the same each time. */
let seed = 1
const next = (): number => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647 - 0.5
}

const unitRows = (count: number): Float32Array<ArrayBuffer> => {
  const values = new Float32Array(count * WIDTH)
  for (let row = 0; row < count; row += 1) {
    let squares = 0
    for (let i = row * WIDTH; i < (row + 1) * WIDTH; i += 1) {
      const value = next()
      values[i] = value
      squares += value * value
    }
    const scale = 1 / Math.sqrt(squares)
    for (let i = row * WIDTH; i < (row + 1) * WIDTH; i += 1) values[i] = (values[i] ?? 0) * scale
  }
  return values
}

const view: View = {
  filter: { answers: [], ranges: [] },
  sort: { by: 'sureness', descending: true },
  scoreOf: null,
  likeTo: null,
  words: null,
  histogramsOf: [],
}

const arrange = (columns: DeskColumns): void => {
  const steps = columns.arrange(view)
  while (steps.next().done !== true);
}

/** Asks about all tags, of which the first has this vector. */
const ask = (columns: DeskColumns, edited: number): void => {
  columns.ask({
    modelKey: 'bench',
    drawingsOnly: false,
    question: {
      task: 'zero-shot',
      tags: Array.from({ length: tags }, (_, i) => ({
        ...{ id: `${i}`, text: `tag ${i}`, threshold: null, rivals: [], neutralPictures: null },
        vector: i === 0 ? edited : i,
      })),
      neutral: Array.from({ length: NEUTRAL }, (_, i) => tags + i),
      scoring: {
        ...{ logitScale: 100, logitBias: 0, activation: 'softmax', calibrated: true, temperature: 1 },
      },
      rules: { mode: 'single', noneMargin: 1 },
    },
  })
}

const columns = createDeskColumns()
const rows = Uint32Array.from({ length: pictures }, (_, row) => row)
columns.tell({
  added: {
    rows,
    names: Array.from(rows, (row) => `img_${row}.jpg`),
    dates: new Float64Array(pictures),
    sizes: new Float64Array(pictures),
  },
  removed: [],
  order: null,
  flags: { rows: new Uint32Array(), values: new Uint8Array() },
  seen: toSeenRows([]),
  encoded: { modelKey: 'bench', rows, values: unitRows(pictures) },
})
const texts = tags + NEUTRAL + rounds + 2
columns.know({
  numbers: Array.from({ length: texts }, (_, number) => number),
  values: unitRows(texts),
  forgotten: [],
})
const costs: number[] = []
for (let round = 0; round < rounds + 2; round += 1) {
  const before = process.cpuUsage().user
  ask(columns, tags + NEUTRAL + round)
  arrange(columns)
  // The first has every column to make, the second is still being compiled.
  if (round >= 2) costs.push((process.cpuUsage().user - before) / 1000)
}
console.log(JSON.stringify(costs))
