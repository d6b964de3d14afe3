import { describe, expect, it } from 'vitest'
import { namedLike } from './named'

const names = Array.from({ length: 10_000 }, (_, i) => `Picture ${i}.jpg`)
const find = (query: string) => namedLike(names, query, (name) => name)

describe('named', () => {
  it('offers nothing before anything was typed', () => {
    expect(find('')).toEqual([])
    expect(find('  ')).toEqual([])
  })

  it('finds by any word of the name, whatever its case', () => {
    expect(find('PICTURE 9999')).toEqual(['Picture 9999.jpg'])
  })

  it.each([
    ['the beginning of a word', 'mar', ['am_Markt.jpg']],
    ['not letters of its middle', 'arkt', []],
    ['digits of its middle', '204', ['IMG_1204.jpg']],
    ['letters behind digits', 'jpg', ['IMG_1204.jpg', 'am_Markt.jpg', '東京駅.jpg']],
    ['any part where words have no spaces', '駅', ['東京駅.jpg']],
  ])('finds %s', (_, query, expected) => {
    expect(namedLike(['IMG_1204.jpg', 'am_Markt.jpg', '東京駅.jpg'], query, (name) => name)).toEqual(expected)
  })

  it('finds by the end of what was typed, behind the words of a command', () => {
    expect(find('go to 9999')).toEqual(['Picture 9999.jpg'])
  })

  it('finds an Arabic name by its word with the article', () => {
    expect(namedLike(['سيارة حمراء', 'قطار'], 'السيارة', (name) => name)).toEqual(['سيارة حمراء'])
  })

  it('offers the first few of many, in their order', () => {
    const found = find('picture')
    expect(found.length).toBeLessThan(20)
    expect(found).toEqual(names.slice(0, found.length))
  })
})
