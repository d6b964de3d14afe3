import { describe, expect, it } from 'vitest'
import { catalogue } from './draw/catalogue'
import { colours } from './draw/colours'
import { contentWords, countWords, groups, otherWords, stopWords } from './vocabulary'

const silent = new Set(stopWords)
const meaning = (phrase: string): string =>
  phrase
    .split(/[\s-]+/)
    .filter((part) => !silent.has(part))
    .sort()
    .join(' ')

const spoken = [...catalogue.map((entry) => entry.kind), ...groups]

describe('vocabulary', () => {
  it('leaves every name at least one word that carries meaning', () => {
    const empty = spoken.flatMap((entry) => entry.words.flat()).filter((phrase) => meaning(phrase) === '')
    expect(empty).toEqual([])
  })

  it('gives no two kinds the same name, word order and stop words aside', () => {
    const owners = new Map<string, Set<number>>()
    spoken.forEach((entry, i) => {
      for (const phrase of entry.words.flat())
        owners.set(meaning(phrase), (owners.get(meaning(phrase)) ?? new Set()).add(i))
    })
    expect([...owners].filter(([, kinds]) => kinds.size > 1).map(([name]) => name)).toEqual([])
  })

  it('keeps colours, counts and the words of "other" out of the stop words', () => {
    const needed = [
      ...colours.flatMap((colour) => [colour.name, ...colour.also]),
      ...countWords.flat(),
      ...otherWords,
    ]
    expect(needed.filter((part) => silent.has(part))).toEqual([])
    expect(contentWords()).toEqual(expect.arrayContaining(needed))
  })
})
