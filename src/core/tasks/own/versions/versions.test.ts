import { describe, expect, it } from 'vitest'
import type { Mark } from '../marks'
import { compareVersions, isDue, withoutForgotten, withVersion, type OwnVersion } from './versions'

const mark = (id: string, tagId: string): Mark => ({ id, name: id, yes: [tagId], no: [], encoded: null })

const version = (id: string, change: Partial<OwnVersion> = {}): OwnVersion => ({
  ...{
    id,
    at: 0,
    why: 'examples',
    mode: 'single',
    tags: [],
    marks: [],
    examples: 10,
    share: null,
    answers: [],
  },
  ...change,
})

describe('versions of a classifier', () => {
  it('are due every ten examples, up and down', () => {
    expect(isDue([], 9)).toBe(false)
    expect(isDue([], 10)).toBe(true)
    expect(isDue([version('a', { examples: 12 })], 19)).toBe(false)
    expect(isDue([version('a', { examples: 12 })], 20)).toBe(true)
    expect(isDue([version('a', { examples: 22 })], 19)).toBe(true)
  })

  it('are twenty at most, and one for the same weights', () => {
    let versions: readonly OwnVersion[] = []
    for (let i = 0; i < 25; i += 1) versions = withVersion(versions, version(String(i)))
    expect(versions.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, i) => String(i + 5)))
    const again = withVersion([version('a', { why: 'saved' }), version('b')], version('a', { at: 7 }))
    expect(again).toMatchObject([{ id: 'b' }, { id: 'a', at: 7, why: 'saved' }])
  })

  it('are compared on the pictures that both were judged on, by what is said now', () => {
    const then = [
      { id: '1', tagId: 'ok' },
      { id: '2', tagId: 'ok' },
      { id: 'gone', tagId: 'ok' },
    ]
    const now = [
      { id: '1', tagId: 'ok' },
      { id: '2', tagId: 'not' },
      { id: 'new', tagId: 'ok' },
    ]
    const marks = [mark('1', 'ok'), mark('2', 'not'), mark('new', 'ok')]
    expect(compareVersions(then, now, marks)).toEqual({ pictures: 2, then: 0.5, now: 1 })
    expect(compareVersions([], now, marks)).toBeNull()
  })

  it('know nothing of a picture that is forgotten', () => {
    const versions = [
      version('a', { marks: [mark('1', 'ok')] }),
      version('b', { marks: [mark('1', 'ok'), mark('2', 'ok')], answers: [{ id: '1', tagId: 'ok' }] }),
    ]
    expect(withoutForgotten(versions, (id) => id === '1')).toMatchObject([
      { id: 'b', marks: [{ id: '2' }], answers: [] },
    ])
  })
})
