import { describe, expect, it } from 'vitest'
import { parseTags, splitTags } from './parse-tags'

describe('a pasted list', () => {
  it('is split at commas, semicolons, tabs and new lines', () => {
    expect(splitTags(' car, truck;bus\tvan\r\nlorry\n\n ,')).toEqual(['car', 'truck', 'bus', 'van', 'lorry'])
  })

  it('keeps a comma inside CSV quotes', () => {
    expect(splitTags('"red, green", "a ""big"" dog", it"s')).toEqual(['red, green', 'a "big" dog', 'it"s'])
  })

  it('keeps an unclosed quote as text', () => {
    expect(splitTags('"open, next')).toEqual(['"open', 'next'])
  })

  it('is read in time that grows with its length, not faster', () => {
    expect(splitTags('"'.repeat(200_000)).length).toBeLessThan(3)
    expect(splitTags(' '.repeat(200_000))).toEqual([])
  })

  it('adds a tag once, whatever its case', () => {
    expect(parseTags('Car, bus, BUS, Ångström', ['car', 'ångström'])).toEqual({
      added: ['bus'],
      duplicates: ['Car', 'BUS', 'Ångström'],
    })
  })
})
