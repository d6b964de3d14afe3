import { expect, test } from 'vitest'
import type { ListChange } from '../../core/desk/columns/list-rows'
import { toSeenRows } from '../../core/desk/columns/seen-rows'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { spawnColumnsWorker } from '../workers/spawn-worker'
import { createColumns } from './create-columns'

registerTransferHandlers()

const ROWS = 3000
const WIDTH = 64

/** Rows whose name comes later the earlier they arrive, each with a direction. */
const rows = (): ListChange => ({
  added: {
    rows: Uint32Array.from({ length: ROWS }, (_, row) => row),
    names: Array.from({ length: ROWS }, (_, row) => `img_${ROWS - row}.jpg`),
    dates: new Float64Array(ROWS),
    sizes: new Float64Array(ROWS),
  },
  removed: [],
  order: null,
  flags: { rows: new Uint32Array(), values: new Uint8Array() },
  seen: toSeenRows([]),
  encoded: {
    modelKey: 'model',
    rows: Uint32Array.from({ length: ROWS }, (_, row) => row),
    values: Float32Array.from({ length: ROWS * WIDTH }, (_, i) => Math.sin(i)),
  },
})

const question = (tags: number) => ({
  asked: {
    modelKey: 'model',
    drawingsOnly: false,
    question: {
      task: 'zero-shot' as const,
      tags: Array.from({ length: tags }, (_, i) => ({
        ...{ id: `${i}`, text: `tag ${i}`, threshold: null, rivals: [], neutralPictures: null },
        vector: i,
      })),
      neutral: [],
      scoring: {
        ...{ logitScale: 100, logitBias: 0, activation: 'softmax' as const, calibrated: true },
        temperature: 1,
      },
      rules: { mode: 'single' as const, noneMargin: null },
    },
  },
})

const vectors = (count: number) => ({
  numbers: Array.from({ length: count }, (_, i) => i),
  values: Float32Array.from({ length: count * WIDTH }, (_, i) => Math.cos(i * i)),
  forgotten: [],
})

const byPath = {
  filter: { answers: [], ranges: [] },
  sort: { by: 'path' as const, descending: false },
  ...{ scoreOf: null, likeTo: null, words: null, histogramsOf: [] },
}

const update = (tags: number) => ({
  change: rows(),
  vectors: vectors(tags),
  asks: question(tags),
  compares: null,
  view: byPath,
})

test('the worker counts and orders rows, and takes their arrays over', async () => {
  const columns = createColumns(spawnColumnsWorker)
  const told = update(3)
  const outcome = await columns.arrange(told)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  const { order, counts } = outcome.value
  expect(order?.length).toBe(ROWS)
  expect([...(order ?? [])].slice(0, 2)).toEqual([ROWS - 1, ROWS - 2])
  expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(ROWS)
  expect(told.change.encoded?.values.length).toBe(0)
  columns.stop()
})

test('the newest question wins, and what an older one has told is known to it', async () => {
  const columns = createColumns(spawnColumnsWorker)
  const older = columns.arrange(update(300))
  const newer = columns.arrange({
    change: null,
    vectors: null,
    asks: question(2),
    compares: null,
    view: byPath,
  })
  expect((await older).kind).toBe('cancelled')
  const outcome = await newer
  expect(outcome.kind === 'done' && outcome.value.order?.length).toBe(ROWS)
  columns.stop()
})

test('a worker that has ended is followed by another, which knows nothing', async () => {
  const columns = createColumns(spawnColumnsWorker)
  const first = columns.generation()
  await columns.arrange(update(1))
  columns.stop()
  expect(columns.generation()).toBe(first + 1)
  const outcome = await columns.arrange({
    change: null,
    vectors: null,
    asks: null,
    compares: null,
    view: byPath,
  })
  expect(outcome.kind === 'done' && outcome.value.order?.length).toBe(0)
  columns.stop()
})

/** Nothing happens that could end it. */
const goesOn = () => new AbortController().signal

const told = () => {
  const { change, vectors: texts, asks } = update(3)
  const seen = toSeenRows(
    Array.from({ length: ROWS }, (_, row) => ({
      row,
      // The last is the first over again.
      picture: { sha256: `sha ${row % (ROWS - 1)}`, width: 4, height: 3, mosaic: null },
    })),
  )
  return { change: { ...change, seen }, vectors: texts, asks, compares: null }
}

test('the worker finds what is there twice, and says how far it is', async () => {
  const columns = createColumns(spawnColumnsWorker)
  const shares: number[] = []
  const outcome = await columns.duplicates(told(), [], goesOn(), (share) => shares.push(share))
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  expect(outcome.value.groups.filter(({ sameness }) => sameness === 'bytes')).toMatchObject([
    { rows: [0, ROWS - 1] },
  ])
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  columns.stop()
})

test('the worker draws a map, says which rows lie inside a line on it, and stops where no one waits', async () => {
  const columns = createColumns(spawnColumnsWorker)
  const nothing = { sha256s: [], labels: [] }
  const given = new AbortController()
  const stopped = columns.map(told(), nothing, given.signal, () => undefined)
  given.abort()
  expect((await stopped).kind).toBe('cancelled')

  const same = { change: null, vectors: null, asks: null, compares: null }
  const outcome = await columns.map(same, nothing, goesOn(), () => undefined)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  const { rows: drawn, x } = outcome.value
  expect(drawn.length).toBe(ROWS)
  const inside = await columns.within(Float32Array.of(-2, -2, 0, -2, 0, 2, -2, 2))
  expect(inside.kind === 'done' && [...inside.value]).toEqual(
    [...drawn].filter((_, point) => (x[point] ?? 0) < 0),
  )
  columns.stop()
  expect((await columns.within(new Float32Array())).kind).toBe('cancelled')
  columns.stop()
})
