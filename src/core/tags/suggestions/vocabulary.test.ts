import { expect, it } from 'vitest'
import { readTag } from '../../question/prompts/tag-prompts'
import { NEUTRAL_TAGS, isRestTag } from '../../question/scoring/neutral-tags'
import { parseTags, tagKey } from '../parse-tags'
import { vocabulary } from './vocabulary'

const words = vocabulary()

it('has about two thousand words, none of them twice', () => {
  expect(words.length).toBeGreaterThan(1900)
  expect(words.length).toBeLessThan(2400)
  expect(new Set(words.map(tagKey)).size).toBe(words.length)
})

it('has short words and phrases that each are one tag, and none that says nothing', () => {
  const neutral = new Set<string>(NEUTRAL_TAGS)
  expect(words.filter((word) => !/^[A-Za-z0-9é' -]+$/.test(word) || word.split(' ').length > 4)).toEqual([])
  expect(words.filter((word) => parseTags(word, []).added.join('|') !== word)).toEqual([])
  expect(words.filter((word) => readTag(word).phrasings.join('|') !== word)).toEqual([])
  expect(words.filter((word) => neutral.has(word) || isRestTag(word))).toEqual([])
})

it('begins with something of every kind', () => {
  const first = words.slice(0, 256)
  for (const word of [
    'car',
    'dog',
    'pizza',
    'document',
    'kitchen',
    'tree',
    'scratch',
    'running',
    'painting',
    'metal',
  ])
    expect(first).toContain(word)
})

it('says of a picture nothing that hurts, or that a person may not want to read', () => {
  const unwanted = [
    'bikini',
    'underwear',
    'bra',
    'dead animal',
    'wound',
    'bruise',
    'slum',
    'bald head',
    'wrinkles',
    'acne',
  ]
  expect(words.filter((word) => unwanted.includes(word))).toEqual([])
})
