import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTagFile, toTagFile, type TagFileFormat } from './tag-file'
import { BUILT_IN_SETS } from './tag-sets'
import { tagKey } from './parse-tags'

const read = (text: string, isJson = false) => {
  const outcome = readTagFile(text, isJson)
  return outcome.kind === 'done' ? outcome.value.tags : outcome
}

describe('a file of tags', () => {
  it.each(['txt', 'csv', 'json'] as const)('as %s gives back what was saved', (format: TagFileFormat) => {
    const tag = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `a${text.replace(/\s/g, '')}b`)
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 10 }), (tags) => {
        expect(read(toTagFile({ name: 'mine', tags }, format), format === 'json')).toEqual(tags)
      }),
    )
    const odd = ['=1+1', 'red, green', '汽车', '__proto__', '<b>bold</b>']
    expect(read(toTagFile({ name: 'mine', tags: odd }, format), format === 'json')).toEqual(odd)
  })

  it('never has a web address for a tag, and says how many there were', () => {
    const text =
      'red car\nhttps://example.com/a.png\nblue, https://example.com/b.png\nsee https://a.example/c'
    expect(readTagFile(text, false)).toEqual({
      kind: 'done',
      value: { tags: ['red car', 'blue', 'see'], addresses: 3 },
    })
    expect(readTagFile('["https://example.com/a.png"]', true)).toMatchObject({
      value: { tags: [], addresses: 1 },
    })
  })

  it('is inert: no prototype is touched, markup stays text, marks of direction go', () => {
    expect(read('{"__proto__": {"tags": ["x"]}}', true)).toMatchObject({ kind: 'failed' })
    expect(read('{"tags": ["__proto__", "<img src=x>"], "__proto__": {"polluted": 1}}', true)).toEqual([
      '__proto__',
      '<img src=x>',
    ])
    expect('polluted' in {}).toBe(false)
    expect(read('safe\u202egnp.exe')).toEqual(['safegnp.exe'])
  })

  it.each<[string, boolean]>([
    ['{"tags": [1]}', true],
    ['{', true],
    ['"text"', true],
    ['a,'.repeat(10_001), false],
    ['a'.repeat(20_001), false],
    ['a'.repeat(5_000_001), false],
  ])('that is none is refused with a code: %#', (text, isJson) => {
    expect(read(text, isJson)).toMatchObject({ kind: 'failed', error: { code: 'VALIDATION_ERROR' } })
  })
})

it('built-in sets hold no tag twice', () => {
  for (const { tags } of BUILT_IN_SETS) expect(new Set(tags.map(tagKey)).size).toBe(tags.length)
})
