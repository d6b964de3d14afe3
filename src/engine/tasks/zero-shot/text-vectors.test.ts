import { describe, expect, it } from 'vitest'
import { parseFetchedVectors } from './text-vectors'

const encode = (numbers: readonly number[]) =>
  btoa(String.fromCharCode(...new Uint8Array(Float32Array.from(numbers).buffer)))

const good = {
  taglens: 1,
  revision: 'c0ffee',
  encoding: 'float32le-base64',
  dimension: 2,
  prompts: ['car', 'other'],
  vectors: encode([1, 0, 0.6, 0.8]),
}

describe('vectors that were fetched beside a text tower', () => {
  it('are read by their prompts', () => {
    const outcome = parseFetchedVectors(good, 'vectors.json', 'c0ffee')
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    expect([...outcome.value.keys()]).toEqual(['car', 'other'])
    expect(outcome.value.get('car')).toEqual(Float32Array.from([1, 0]))
    expect(outcome.value.get('other')?.[1]).toBeCloseTo(0.8, 6)
  })

  it.each<[string, unknown]>([
    ['another file', { prompts: [] }],
    ['of another revision', { ...good, revision: 'deadbeef' }],
    ['written otherwise', { ...good, encoding: 'float16' }],
    ['without a dimension', { ...good, dimension: 0 }],
    ['of endless dimensions', { ...good, dimension: 1e9 }],
    ['too few', { ...good, vectors: encode([1, 0]) }],
    ['too many', { ...good, vectors: encode([1, 0, 0, 1, 1, 0]) }],
    ['cut in the middle of a number', { ...good, vectors: btoa('abcdef') }],
    ['not Base64', { ...good, vectors: '§§§' }],
    ['not finite', { ...good, vectors: encode([NaN, 0, 0, 1]) }],
    ['empty', { ...good, vectors: encode([0, 0, 0, 1]) }],
    ['not of length 1', { ...good, vectors: encode([3, 0, 0, 1]) }],
    ['with a prompt twice', { ...good, prompts: ['car', 'car'] }],
    ['without a prompt', { ...good, prompts: [], vectors: '' }],
  ])('are refused by the file’s name: %s', (_, json) => {
    expect(parseFetchedVectors(json, 'vectors.json', 'c0ffee')).toMatchObject({
      kind: 'failed',
      error: { code: 'MODEL_CORRUPT', file: 'vectors.json' },
    })
  })
})
