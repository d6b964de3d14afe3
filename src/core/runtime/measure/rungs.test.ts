import { describe, expect, it } from 'vitest'
import type { Milliseconds } from '../../brands'
import type { SelfCheck } from '../self-check/judge-probe'
import type { Capabilities } from '../capabilities'
import { type MeasuredRung, rungName } from './measurement'
import { bestRung, rungsOf } from './rungs'

const machine: Capabilities = {
  cores: 8,
  memoryGigabytes: 8,
  isolated: true,
  jspi: true,
  savesData: false,
  ios: false,
  gpu: { kind: 'hardware', adapter: 'vendor family', shaderF16: true },
}

describe('the rungs of a machine', () => {
  it.each<[string, Partial<Capabilities>, readonly string[]]>([
    ['with a card and threads', {}, ['WebGPU fp16', 'WebGPU fp32', 'WebGPU q8', 'WASM q8, 8 threads']],
    [
      'whose card knows no half precision',
      { gpu: { kind: 'hardware', adapter: 'old', shaderF16: false } },
      ['WebGPU fp32', 'WebGPU q8', 'WASM q8, 8 threads'],
    ],
    [
      'with a software adapter alone',
      { gpu: { kind: 'fallback', adapter: 'software' } },
      ['WASM q8, 8 threads'],
    ],
    ['without threads', { gpu: { kind: 'none' }, isolated: false }, ['WASM q8, 1 thread']],
    [
      'of one core',
      { gpu: { kind: 'none' }, cores: 1 },
      ['q8', 'fp16', 'fp32'].map((dtype) => `WASM ${dtype}, 1 thread`).concat('Own kernels q8, 1 worker'),
    ],
  ])('%s', (_, change, first) => {
    const names = rungsOf({ ...machine, ...change }, false).map(rungName)
    expect(names.slice(0, first.length)).toEqual(first)
    expect(new Set(names).size).toBe(names.length)
  })
})

const measured = (dtype: 'fp16' | 'fp32' | 'q8', run: number, selfCheck: SelfCheck): MeasuredRung => ({
  rung: { device: 'webgpu', dtype, threads: 2, executor: 'onnx-runtime' },
  result: {
    kind: 'measured',
    ready: 900 as Milliseconds,
    selfCheck,
    batches: [
      { pictures: 1, first: 40 as Milliseconds, run: run as Milliseconds, runs: 9 },
      { pictures: 4, first: 90 as Milliseconds, run: (run * 2) as Milliseconds, runs: 9 },
    ],
  },
})
const sound: SelfCheck = { kind: 'verified', distance: 0.001, against: 'cpu' }

describe('the best rung', () => {
  it('is the one with the most pictures a second', () => {
    const rungs = [measured('fp32', 20, sound), measured('fp16', 10, sound)]
    expect(bestRung(rungs)?.rung.dtype).toBe('fp16')
  })

  it('has all threads: how many is not for a person to choose', () => {
    const one = measured('q8', 1, sound)
    const rungs = [{ ...one, rung: { ...one.rung, threads: 1 } }, measured('fp16', 10, sound)]
    expect(bestRung(rungs)?.rung.dtype).toBe('fp16')
  })

  it('may be our own kernels, on as many workers as there are', () => {
    const own = (threads: number, run: number) => {
      const { result } = measured('q8', run, sound)
      return { rung: { device: 'wasm', dtype: 'q8', threads, executor: 'own' }, result } as const
    }
    expect(bestRung([measured('fp32', 20, sound), own(4, 10), own(1, 5)])?.rung).toEqual(own(4, 10).rung)
  })

  it('is none whose numbers are inexact, nor one that failed', () => {
    const rungs: MeasuredRung[] = [
      measured('q8', 1, { kind: 'inexact', distance: 0.02, against: 'cpu' }),
      {
        rung: { device: 'webgpu', dtype: 'fp16', threads: 2, executor: 'onnx-runtime' },
        result: { kind: 'failed', error: { code: 'WRONG_NUMBERS', detail: 'far-off' } },
      },
      measured('fp32', 20, sound),
    ]
    expect(bestRung(rungs)?.rung.dtype).toBe('fp32')
    expect(bestRung(rungs.slice(0, 2))).toBeNull()
  })
})
