import { beforeEach, describe, expect, it } from 'vitest'
import type { KeptDemotion } from '../../core/runtime/demotion-memory'
import { cosine, toUnitVector } from '../../core/question/scoring/cosine'
import { createDemotionMemory, createGoldenStore } from './kept-checks'

const storage = () => localStorage
const refused = () => {
  throw new DOMException('cookies are blocked', 'SecurityError')
}
const unit = (...values: number[]) => toUnitVector(values)!

beforeEach(() => {
  localStorage.clear()
})

describe('golden vectors', () => {
  it('come back as they were, for the same key alone', () => {
    const vectors = [unit(0.123456789, -0.5, 0.8), unit(1, 2, 3)]
    createGoldenStore(storage).write('1 model a', vectors)
    const read = createGoldenStore(storage).read('1 model a')
    expect(read?.map((vector, i) => 1 - cosine(vector, vectors[i]!) < 1e-6)).toEqual([true, true])
    expect(createGoldenStore(storage).read('1 model b')).toBeNull()
  })

  it('are kept of the latest twelve models', () => {
    const store = createGoldenStore(storage)
    for (let i = 0; i < 20; i += 1) store.write(`model ${i}`, [unit(1, i)])
    expect(store.read('model 7')).toBeNull()
    expect(store.read('model 8')).not.toBeNull()
  })
})

describe('demotions', () => {
  const entry: KeptDemotion = {
    model: 'hub a/b',
    adapter: 'nvidia ampere',
    version: '1.0.0',
    device: 'webgpu',
    dtype: 'fp16',
    reason: 'wrong-numbers',
  }

  it('outlive the page until they are forgotten', () => {
    createDemotionMemory(storage).write([entry])
    expect(createDemotionMemory(storage).read()).toEqual([entry])
    createDemotionMemory(storage).write([])
    expect(createDemotionMemory(storage).read()).toEqual([])
  })

  it.each(['not JSON', '{"a":1}', '[{"model":"x"}]', '[{"device":"npu"}]'])(
    'are none where %s is kept',
    (text) => {
      localStorage.setItem('taglens.demotions.1', text)
      expect(createDemotionMemory(storage).read()).toEqual([])
    },
  )
})

it('where storage is refused nothing is kept and nothing fails', () => {
  const goldens = createGoldenStore(refused)
  goldens.write('model', [unit(1, 0)])
  expect(goldens.read('model')).toBeNull()
  createDemotionMemory(refused).write([])
  expect(createDemotionMemory(refused).read()).toEqual([])
})
