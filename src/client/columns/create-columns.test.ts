import { expect, test } from 'vitest'
import type { ListChange } from '../../core/desk/columns/list-rows'
import { toSeenRows } from '../../core/desk/columns/seen-rows'
import { spawnColumnsWorker } from '../workers/spawn-worker'
import { createColumns } from './create-columns'

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
