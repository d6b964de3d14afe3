import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Bytes } from '../../brands'
import { countBytes, countWhole, enterStage, startProgress } from './download-progress'

const paths = ['config.json', 'onnx/text_model.onnx', 'onnx/vision_model.onnx']
const sizes = fc.tuple(...paths.map(() => fc.nat(1e6)))
/** What may happen in any order: bytes come, a file begins again, a stage begins. */
const events = fc.array(
  fc.oneof(
    fc.record({ path: fc.constantFrom(...paths, 'unknown'), count: fc.nat(2e6) }),
    fc.constantFrom('waiting' as const, 'checking' as const),
  ),
)

it('never goes back, never passes its total, and never changes it', () => {
  fc.assert(
    fc.property(sizes, events, (lengths, happened) => {
      const files = paths.map((path, i) => ({ path, size: (lengths[i] ?? 0) as Bytes }))
      const total = lengths.reduce((a, b) => a + b, 0)
      let state = startProgress(files, 'asking')
      for (const event of happened) {
        const before = state.progress.loaded
        state =
          typeof event === 'string' ? enterStage(state, event) : countBytes(state, event.path, event.count)
        expect(state.progress.loaded).toBeGreaterThanOrEqual(before)
        expect(state.progress.loaded).toBeLessThanOrEqual(total)
        expect(state.progress.total).toBe(total)
      }
    }),
  )
})

it('ends at its total when every file is there, also where text had another length than was announced', () => {
  fc.assert(
    fc.property(sizes, (lengths) => {
      const files = paths.map((path, i) => ({ path, size: (lengths[i] ?? 0) as Bytes }))
      const last = paths.reduce((state, path) => countWhole(state, path, 7), startProgress(files, 'asking'))
      expect(last.progress.loaded).toBe(last.progress.total)
    }),
  )
})

it('has no total while one size is unknown, and counts what comes', () => {
  const files = [
    { path: 'a', size: 10 as Bytes },
    { path: 'b', size: null },
  ]
  const state = countBytes(countBytes(startProgress(files, 'downloading'), 'a', 10), 'b', 500)
  expect(state.progress).toEqual({ stage: 'downloading', loaded: 510, total: null })
})
