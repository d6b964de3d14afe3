import { describe, expect, it } from 'vitest'
import { coverPictures, nearestWords } from './cover-pictures'
import { findWords, holdPlainly, type Texts } from './find-words'

const unit = (...values: number[]): Float32Array => {
  const length = Math.hypot(...values)
  return Float32Array.from(values, (value) => value / length)
}

const WORDS = ['dog', 'cat', 'car', 'animal', 'everything'] as const

/** Axes: dog, cat, car, and a direction that every picture has something of. */
const texts = (beside: readonly Float32Array[] = []): Texts => {
  const vectors = [
    ...[
      unit(1, 0, 0, 0.3),
      unit(0, 1, 0, 0.3),
      unit(0, 0, 1, 0.3),
      unit(0.8, 0.8, 0, 0.3),
      unit(0.2, 0.2, 0.2, 1),
    ],
    ...beside,
  ]
  const values = new Float32Array(vectors.length * 4)
  vectors.forEach((vector, i) => {
    values.set(vector, i * 4)
  })
  return { values, width: 4, words: WORDS.length, logitScale: 30 }
}

const near = (pictures: readonly Float32Array[], asked: Texts) => {
  for (const steps = findWords(pictures, pictures, asked, holdPlainly); ;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const suggest = (pictures: readonly Float32Array[], count = 3, asked = texts()) =>
  coverPictures(near(pictures, asked), WORDS.length, count).map(({ word, pictures: of }) => [WORDS[word], of])

const dog = unit(1, 0.1, 0, 1.2)
const cat = unit(0.1, 1, 0, 1.2)
const car = unit(0, 0, 1, 1.2)

describe('words for a list', () => {
  it('cover its pictures, each counted for the word that says most of it', () => {
    const pictures = [...Array<Float32Array>(6).fill(dog), ...Array<Float32Array>(3).fill(cat), car]
    expect(suggest(pictures)).toEqual([
      ['dog', 6],
      ['cat', 3],
      ['car', 1],
    ])
  })

  it('do not begin with the word that scores high for every picture', () => {
    expect(suggest([dog, cat, car]).map(([word]) => word)).not.toContain('everything')
  })

  it('keep a word that is right for every picture', () => {
    const clearly = unit(1, 0.1, 0, 0.5)
    expect(suggest([clearly, clearly, clearly])).toEqual([['dog', 3]])
  })

  it('say what tags that are there do not say yet', () => {
    expect(suggest([dog, dog, cat, car], 3, texts([unit(1, 0, 0, 0.3)])).map(([word]) => word)).toEqual([
      'cat',
      'car',
    ])
  })

  it('are there for a list of as many subjects as pictures', () => {
    const subjects = 400
    const vectors = Array.from({ length: subjects }, (_, subject) =>
      Float32Array.from({ length: subjects }, (_axis, axis) => (axis === subject ? 1 : 0)),
    )
    const values = new Float32Array(subjects * subjects)
    vectors.forEach((vector, i) => {
      values.set(vector, i * subjects)
    })
    const asked: Texts = { values, width: subjects, words: subjects, logitScale: 100 }
    expect(coverPictures(near(vectors, asked), subjects, 12)).toHaveLength(12)
  })

  it('are none where there is no picture, or no text', () => {
    expect(suggest([])).toEqual([])
    expect(coverPictures(near([dog], { ...texts(), values: new Float32Array(0), words: 0 }), 0, 3)).toEqual(
      [],
    )
  })

  it('can be of some of the pictures', () => {
    const found = coverPictures(near([dog, cat, car], texts()), WORDS.length, 2, [2])
    expect(found.map(({ word }) => WORDS[word])).toEqual(['car'])
  })
})

it('words for one picture leave out those that are not to be suggested, and say what comes after them', () => {
  const asked = { ...texts(), logitScale: 8, without: [0] }
  const found = nearestWords(near([unit(1, 0.3, 0, 0.2), cat, car], asked), 0, 3)
  expect(found.map(({ word }) => WORDS[word])[0]).toBe('animal')
  expect(found.map(({ word }) => WORDS[word])).not.toContain('dog')
})

it('words for one picture are those it is nearest to, best first', () => {
  const found = nearestWords(near([unit(1, 0.3, 0, 0.2), cat, car], { ...texts(), logitScale: 8 }), 0, 3)
  expect(found.map(({ word }) => WORDS[word]).slice(0, 2)).toEqual(['dog', 'animal'])
})
