import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UnitVector } from '../../brands'
import { averageDirection, cosine, toUnitVector } from '../scoring/cosine'
import { readTag, readTemplates, tagPrompts } from './tag-prompts'
import { templatePresets } from './template-presets'

const unit = (...values: number[]): UnitVector => {
  const vector = toUnitVector(values)
  if (vector === null) throw new Error('a test vector has no direction')
  return vector
}

describe('a tag', () => {
  it.each([
    ['car', ['car'], []],
    ['car | automobile', ['car', 'automobile'], []],
    ['car|car | auto', ['car', 'auto'], []],
    ['car -toy', ['car'], ['toy']],
    ['car | automobile -toy car -model', ['car', 'automobile'], ['toy car', 'model']],
    ['car -toy | automobile', ['car', 'automobile'], ['toy']],
    ['well-known person', ['well-known person'], []],
    ['-5 degrees', ['-5 degrees'], []],
    ['a - b', ['a - b'], []],
    ['|', ['|'], []],
    ['汽车 | سيارة -لعبة', ['汽车', 'سيارة'], ['لعبة']],
  ])('%s is read', (text, phrasings, exclusions) => {
    expect(readTag(text)).toEqual({ phrasings, exclusions })
  })

  it('always has something to say, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(readTag(text).phrasings.length).toBeGreaterThan(0)
      }),
    )
  })

  it('may be of any length', () => {
    // Whatever took more than one pass, a pattern that goes back, say, would not end while the test may run.
    expect(readTag(' -'.repeat(300_000)).phrasings.map((text) => text.length)).toEqual([599_999])
    expect(readTag('|'.repeat(300_000)).phrasings.map((text) => text.length)).toEqual([300_000])
  })

  it('makes every text a prompt in every template', () => {
    expect(tagPrompts('car | auto -toy', ['{}', 'a {}'])).toEqual([
      'car',
      'a car',
      'auto',
      'a auto',
      'toy',
      'a toy',
    ])
  })
})

describe('templates', () => {
  it('stand one a line, each once; none is the bare one', () => {
    expect(readTemplates(' a {} \n\n the {}\na {}')).toEqual(['a {}', 'the {}'])
    expect(readTemplates('  \n')).toEqual(['{}'])
  })

  it('of OpenAI are seven and eighty, each once, all with a place for the tag', () => {
    expect(new Set(templatePresets.seven).size).toBe(7)
    expect(new Set(templatePresets.eighty).size).toBe(80)
    for (const template of templatePresets.seven) expect(templatePresets.eighty).toContain(template)
    for (const template of Object.values(templatePresets).flat()) expect(template).toContain('{}')
  })
})

describe('an ensemble', () => {
  it('weighs every prompt alike and has length 1', () => {
    const average = averageDirection([unit(1, 0), unit(0, 1)])
    expect(average && cosine(average, unit(1, 1))).toBeCloseTo(1, 6)
    expect(average && Math.hypot(...average)).toBeCloseTo(1, 6)
  })

  it('of one prompt is that prompt, and of opposites nothing', () => {
    const one = unit(1, 2)
    expect(averageDirection([one])).toBe(one)
    expect(averageDirection([])).toBeNull()
    expect(averageDirection([unit(1, 0), unit(-1, 0)])).toBeNull()
  })
})
