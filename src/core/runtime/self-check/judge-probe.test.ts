import { describe, expect, it } from 'vitest'
import type { UnitVector } from '../../brands'
import { toUnitVector } from '../../question/scoring/cosine'
import { judgeProbe, type Probe } from './judge-probe'

const unit = (...values: number[]): UnitVector => {
  const vector = toUnitVector(values)
  if (!vector) throw new Error('a test vector has no direction')
  return vector
}

/** `vector`, turned so far that its cosine distance to what it was is `distance`. */
const turned = (vector: UnitVector, distance: number): UnitVector => {
  const cosine = 1 - distance
  const sine = Math.sqrt(1 - cosine * cosine)
  // The third axis is at right angles to all vectors here.
  return unit((vector[0] ?? 0) * cosine, (vector[1] ?? 0) * cosine, sine)
}

const [first, second] = [unit(1, 0.2, 0), unit(0.1, 1, 0)]
const golden = { pictures: [first, second], reference: 'golden' } as const
const prompts = [unit(1, 0, 0), unit(0, 1, 0)]
const probe = (...pictures: Float32Array[]): Probe => ({ pictures, prompts })

describe('judgeProbe', () => {
  it.each<[string, number, string]>([
    ['the very vectors', 0, 'verified'],
    ['what fp16 rounds', 0.0004, 'verified'],
    ['a distance just inside the first limit', 0.0149, 'verified'],
    ['a distance just over the first limit', 0.0151, 'inexact'],
    ['a distance just inside the second limit', 0.0349, 'inexact'],
  ])('passes %s', (_, distance, kind) => {
    const verdict = judgeProbe(probe(first, turned(second, distance)), golden)
    expect(verdict).toMatchObject({ kind: 'passed', selfCheck: { kind, against: 'golden' } })
    if (verdict.kind === 'passed' && 'distance' in verdict.selfCheck)
      expect(verdict.selfCheck.distance).toBeCloseTo(distance, 5)
  })

  it.each<[string, Probe, string]>([
    ['a distance over the second limit', probe(turned(first, 0.0351), second), 'far-off'],
    ['a cosine of 0.5', probe(turned(first, 0.5), turned(second, 0.5)), 'far-off'],
    ['another dimension', probe(unit(1, 0, 0, 0), unit(0, 1, 0, 0)), 'far-off'],
    ['too few pictures', probe(first), 'far-off'],
    ['NaN', probe(first, Float32Array.of(0, NaN, 1)), 'no-direction'],
    ['infinity', probe(first, Float32Array.of(Infinity, 0, 1)), 'no-direction'],
    ['zeros', probe(new Float32Array(3), second), 'no-direction'],
    ['nothing', probe(), 'no-direction'],
    ['one answer to both pictures', probe(first, first), 'constant'],
    ['one answer to both prompts', { pictures: [first, second], prompts: [first, first] }, 'constant'],
    ['NaN for a prompt', { pictures: [first, second], prompts: [Float32Array.of(NaN)] }, 'no-direction'],
    ['answers in the wrong order', probe(second, first), 'swapped'],
  ])('fails %s', (_, broken, fault) => {
    expect(judgeProbe(broken, golden)).toMatchObject({ kind: 'failed', fault })
  })

  it('tells answers in the wrong order also where the two are near one another', () => {
    const near = turned(first, 0.01)
    const close = { pictures: [first, near], reference: 'cpu' } as const
    expect(judgeProbe(probe(near, first), close)).toMatchObject({ kind: 'failed', fault: 'swapped' })
  })

  it('with nothing to compare with asks for sane numbers only', () => {
    expect(judgeProbe(probe(first, second), null)).toEqual({
      kind: 'passed',
      selfCheck: { kind: 'plausible' },
    })
    expect(judgeProbe(probe(first, first), null)).toMatchObject({ kind: 'failed', fault: 'constant' })
  })

  it('does not blame a device for a model that has one answer to everything', () => {
    const same = { pictures: [first, first], reference: 'cpu' } as const
    expect(judgeProbe(probe(first, first), same).kind).toBe('passed')
    expect(judgeProbe(probe(second, second), same)).toMatchObject({ kind: 'failed', fault: 'far-off' })
  })

  it('a worker without a text tower is judged by its pictures', () => {
    expect(judgeProbe({ pictures: [first, second], prompts: [] }, golden).kind).toBe('passed')
  })
})
