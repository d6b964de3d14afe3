import { expect, it } from 'vitest'
import type { Bytes } from '../brands'
import type { Capabilities } from './capabilities'
import { chooseWorkers } from './choose-workers'
import type { Runtime } from './runtime'

const plain: Capabilities = {
  cores: 8,
  memoryGigabytes: 8,
  isolated: false,
  jspi: true,
  savesData: false,
  ios: false,
  gpu: { kind: 'none' },
}
const wasm: Runtime = { device: 'wasm', build: 'wasm', threads: 1, dtypes: ['q8'], textDtypes: ['q8'] }
const B32_Q8 = 89e6 as Bytes
const L14_FP32 = 1216e6 as Bytes

it.each<[string, Partial<Capabilities>, Partial<Runtime>, Bytes, number]>([
  ['a plain host with many cores', {}, {}, B32_Q8, 4],
  ['two cores', { cores: 2 }, {}, B32_Q8, 2],
  ['one core', { cores: 1 }, {}, B32_Q8, 1],
  ['a model that fills the memory once', {}, {}, L14_FP32, 1],
  ['a small machine', { memoryGigabytes: 2 }, {}, B32_Q8, 2],
  ['a tiny machine', { memoryGigabytes: 0.5 }, {}, B32_Q8, 1],
  ['a browser that does not tell its memory', { memoryGigabytes: null }, {}, B32_Q8, 4],
  ['shared memory', { isolated: true }, { threads: 8 }, B32_Q8, 1],
  ['shared memory whose threads failed', { isolated: true }, {}, B32_Q8, 1],
  ['an iPhone', { ios: true }, {}, B32_Q8, 1],
  ['a graphics card', {}, { device: 'webgpu' }, B32_Q8, 1],
])('%s', (_, capabilities, runtime, bytes, workers) => {
  expect(chooseWorkers({ ...plain, ...capabilities }, { ...wasm, ...runtime }, { visionSize: bytes })).toBe(
    workers,
  )
})

it('our own kernels have a worker a core where ONNX Runtime has threads', () => {
  const own = { visionSize: B32_Q8, executor: { kind: 'own', precision: 'int8', distance: 0 } } as const
  const isolated = { ...plain, isolated: true }
  expect(chooseWorkers({ ...isolated, cores: 2 }, { ...wasm, threads: 2 }, own)).toBe(2)
  expect(chooseWorkers({ ...isolated, ios: true }, wasm, own)).toBe(1)
  const refused = { ...own, executor: { kind: 'onnx-runtime', refused: 'blocks', distance: null } } as const
  expect(chooseWorkers({ ...isolated, cores: 2 }, { ...wasm, threads: 2 }, refused)).toBe(1)
})
