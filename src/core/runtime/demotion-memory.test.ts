import { describe, expect, it } from 'vitest'
import type { DemotionReason } from './demotion'
import { rememberDemotion, startOf, type KeptDemotion } from './demotion-memory'
import type { Dtype, Runtime } from './runtime'

const best: Runtime = {
  device: 'webgpu',
  build: 'jspi',
  threads: 8,
  dtypes: ['fp16', 'fp32'],
  textDtypes: ['q8'],
}
const place = { model: 'hub a/b', adapter: 'nvidia ampere', version: '1.0.0' }
const gpu = (dtype: Dtype, reason: DemotionReason = 'wrong-numbers') =>
  ({ device: 'webgpu', dtype, reason }) as const
const keep = (...demotions: readonly ReturnType<typeof gpu>[]) =>
  demotions.reduce<readonly KeptDemotion[]>((kept, demotion) => rememberDemotion(kept, demotion, place), [])
const brief = ({ device, threads, dtypes }: Runtime) => `${device} ${threads} ${dtypes[0]}`

describe('startOf', () => {
  it.each<[string, readonly KeptDemotion[], string]>([
    ['nothing failed', [], 'webgpu 8 fp16'],
    ['fp16 failed', keep(gpu('fp16')), 'webgpu 8 fp32'],
    ['both precisions failed', keep(gpu('fp16'), gpu('fp32')), 'wasm 8 q8'],
    ['a model without fp16 failed with fp32', keep(gpu('fp32')), 'webgpu 8 fp16'],
    [
      'threads failed too',
      [...keep(gpu('fp16'), gpu('fp32')), { ...place, device: 'wasm', dtype: 'q8', reason: 'silent' }],
      'wasm 1 q8',
    ],
  ])('where %s', (_, kept, expected) => {
    expect(brief(startOf(best, kept, place).runtime)).toBe(expected)
  })

  it.each([
    ['model', { model: 'hub c/d' }],
    ['graphics card', { adapter: 'apple m3' }],
    ['version of the engine', { version: '1.0.1' }],
  ])('begins at the top for another %s', (_, change) => {
    expect(startOf(best, keep(gpu('fp16')), { ...place, ...change })).toEqual({
      runtime: best,
      demotedFrom: null,
    })
  })

  it('says which rung it left out, the best one first', () => {
    expect(startOf(best, keep(gpu('fp32'), gpu('fp16', 'silent')), place).demotedFrom).toMatchObject({
      device: 'webgpu',
      remembered: true,
    })
  })

  it('cannot begin below the lowest rung', () => {
    const lowest: Runtime = { ...best, device: 'wasm', build: 'wasm', threads: 1, dtypes: ['q8'] }
    const kept: KeptDemotion[] = [{ ...place, device: 'wasm', dtype: 'q8', reason: 'silent' }]
    expect(startOf(lowest, kept, place)).toEqual({ runtime: lowest, demotedFrom: null })
  })
})

describe('rememberDemotion', () => {
  it.each<[DemotionReason, number]>([
    ['wrong-numbers', 1],
    ['silent', 1],
    ['crashed', 1],
    ['unusable', 0],
    ['no-file', 0],
  ])('%s: %i kept', (reason, count) => {
    expect(keep(gpu('fp16', reason))).toHaveLength(count)
  })

  it('keeps a rung once, with its latest reason', () => {
    expect(keep(gpu('fp16'), gpu('fp16', 'silent'))).toMatchObject([{ reason: 'silent' }])
  })

  it('lets go of what another version of the engine found', () => {
    const kept = rememberDemotion(keep(gpu('fp16')), gpu('fp32'), { ...place, version: '2' })
    expect(kept).toMatchObject([{ dtype: 'fp32', version: '2' }])
  })

  it('never grows without end', () => {
    const many = Array.from({ length: 200 }, (_, i) => `model ${i}`).reduce<readonly KeptDemotion[]>(
      (kept, model) => rememberDemotion(kept, gpu('fp16'), { ...place, model }),
      [],
    )
    expect(many).toHaveLength(60)
    expect(many.at(-1)?.model).toBe('model 199')
  })
})
