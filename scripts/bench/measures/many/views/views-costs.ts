/**
 * What the views of a list cost the columns worker, in a process of its own: its CPU time, whatever the machine does beside
 * it, and as slow as code is that runs for the first time. Reads pictures from a file of JSON that `measure-views.ts`
 * writes, makes up their vectors, and prints JSON.
 */
import { readFileSync } from 'node:fs'
import { createDeskColumns } from '../../../../../src/core/desk/desk-columns.ts'
import { toSeenRows } from '../../../../../src/core/desk/columns/seen-rows.ts'
import { costOf } from '../cost-of.ts'
import type { ViewsInput, ViewsOutput } from './views-figures.ts'

const [file = ''] = process.argv.slice(2)
const { pictures } = JSON.parse(readFileSync(file, 'utf8')) as ViewsInput
const WIDTH = 512
/** Scenes that the made-up vectors are of: each lies round a direction of its own. */
const SCENES = 40

let seed = 1
const next = (): number => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647 - 0.5
}
const direction = (): Float64Array => Float64Array.from({ length: WIDTH }, next)
const all = direction()
const scenes = Array.from({ length: SCENES }, direction)
const byNumber = new Map<number, Float64Array>()

/** As vectors of a CLIP lie: round one direction, then in scenes, then each by itself; of one drawing near each other. */
const vectorOf = (number: number): Float64Array => {
  const own = byNumber.get(number) ?? direction()
  byNumber.set(number, own)
  const scene = scenes[number % SCENES] ?? own
  return own.map((value, i) => value + (scene[i] ?? 0) * 0.7 + (all[i] ?? 0) * 1.5 + next() * 0.1)
}

const values = new Float32Array(pictures.length * WIDTH)
pictures.forEach(({ number }, row) => {
  const vector = vectorOf(number)
  const scale = 1 / Math.hypot(...vector)
  values.set(
    vector.map((value) => value * scale),
    row * WIDTH,
  )
})

const rows = Uint32Array.from(pictures, (_, row) => row)
const columns = createDeskColumns()
columns.tell({
  added: {
    rows,
    names: pictures.map((_, row) => `folder ${row % 7}/drawing ${row}.png`),
    dates: new Float64Array(pictures.length),
    sizes: Float64Array.from(pictures, (_, row) => pictures.length - row),
  },
  removed: [],
  order: null,
  flags: { rows: new Uint32Array(), values: new Uint8Array() },
  seen: toSeenRows(
    pictures.map(({ mosaic }, row) => ({
      row,
      picture: {
        ...{ sha256: `sha ${row}`, width: 256, height: 256 },
        mosaic: Uint8Array.from(Buffer.from(mosaic, 'base64')),
      },
    })),
  ),
  encoded: { modelKey: 'bench', rows, values },
})

const duplicates = costOf(columns.duplicates([]))
const map = costOf(columns.map({ sha256s: [], labels: [] }))
const again = costOf(columns.duplicates(duplicates.result.groups.slice(0, 1).map(({ sha256s }) => sha256s)))

// A circle of many corners: who is inside can be told without the rule that is asked.
const [RADIUS, CORNERS] = [0.4, 720]
const line = Float32Array.from({ length: CORNERS * 2 }, (_, i) => {
  const turn = (Math.floor(i / 2) / CORNERS) * 2 * Math.PI
  return RADIUS * (i % 2 === 0 ? Math.cos(turn) : Math.sin(turn))
})
const inside = new Set(columns.within(line) ?? [])
let wrong = 0
map.result.rows.forEach((row, point) => {
  const away = Math.hypot(map.result.x[point] ?? 0, map.result.y[point] ?? 0)
  // Between corners the line runs a hair inside of the circle.
  if (Math.abs(away - RADIUS) > 1e-4 && inside.has(row) !== away < RADIUS) wrong += 1
})

const output: ViewsOutput = {
  groups: duplicates.result.groups.map(({ sameness, rows: members }) => ({ sameness, rows: members })),
  again: again.result.groups.length,
  costs: { duplicates: duplicates.cpu, again: again.cpu, map: map.cpu },
  longest: Math.max(duplicates.longest, map.longest),
  lasso: { inside: inside.size, wrong },
}
console.log(JSON.stringify(output))
