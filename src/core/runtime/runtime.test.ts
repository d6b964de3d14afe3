import { describe, expect, it } from 'vitest'
import type { Capabilities } from './capabilities'
import { chooseRuntime, demote, type Runtime } from './runtime'

const desktop: Capabilities = {
  cores: 8,
  memoryGigabytes: 8,
  isolated: true,
  jspi: true,
  savesData: false,
  ios: false,
  gpu: { kind: 'hardware', adapter: 'nvidia ampere', shaderF16: true },
}
const auto = { device: 'auto', allowFallbackAdapter: false } as const
const brief = ({ device, build, threads, dtypes }: Runtime) => `${device} ${build} ${threads} ${dtypes[0]}`

describe('chooseRuntime', () => {
  it.each<[string, Partial<Capabilities>, string]>([
    ['a graphics card with fp16', {}, 'webgpu jspi 8 fp16'],
    [
      'a graphics card without fp16',
      { gpu: { kind: 'hardware', adapter: 'x', shaderF16: false } },
      'webgpu jspi 8 fp32',
    ],
    ['a browser without JSPI', { jspi: false }, 'webgpu webgpu 8 fp16'],
    ['no adapter', { gpu: { kind: 'none' } }, 'wasm wasm 8 q8'],
    ['a software adapter', { gpu: { kind: 'fallback', adapter: 'swiftshader' } }, 'wasm wasm 8 q8'],
    ['a page that is not isolated', { gpu: { kind: 'none' }, isolated: false }, 'wasm wasm 1 q8'],
    ['two cores', { gpu: { kind: 'none' }, cores: 2 }, 'wasm wasm 2 q8'],
    ['an iPhone', { ios: true }, 'wasm wasm 1 q8'],
  ])('%s', (_name, change, expected) => {
    expect(brief(chooseRuntime({ ...desktop, ...change }, auto))).toBe(expected)
  })

  it('follows a person who prefers the CPU', () => {
    expect(chooseRuntime(desktop, { ...auto, device: 'wasm' }).device).toBe('wasm')
  })

  it('takes a software adapter only where a test asks for it', () => {
    const software = { ...desktop, gpu: { kind: 'fallback', adapter: 'swiftshader' } } as const
    expect(brief(chooseRuntime(software, { ...auto, allowFallbackAdapter: true }))).toBe('webgpu jspi 8 fp32')
  })
})

describe('a precision that somebody insists on', () => {
  it.each([
    ['q8 keeps auto off the graphics card', { device: 'auto', dtype: 'q8' }, 'wasm'],
    ['fp32 does not', { device: 'auto', dtype: 'fp32' }, 'webgpu'],
    ['q8 goes there where the card is asked for by name', { device: 'webgpu', dtype: 'q8' }, 'webgpu'],
  ] as const)('%s', (_, preference, device) => {
    expect(chooseRuntime(desktop, { ...preference, allowFallbackAdapter: false }).device).toBe(device)
  })
})

describe('demote', () => {
  it('leaves out the precision that failed, also where it was not the first', () => {
    const lower = demote(chooseRuntime(desktop, auto), 'fp32')
    expect(lower).toMatchObject({ device: 'webgpu', dtypes: ['fp16'] })
  })

  it('goes down the ladder one rung at a time and ends', () => {
    const rungs: string[] = []
    for (
      let rung: Runtime | null = chooseRuntime(desktop, auto);
      rung !== null;
      rung = demote(rung, rung.dtypes[0]!)
    )
      rungs.push(brief(rung))
    expect(rungs).toEqual(['webgpu jspi 8 fp16', 'webgpu jspi 8 fp32', 'wasm wasm 8 q8', 'wasm wasm 1 q8'])
  })
})
