import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { coverPictures } from '../../../src/core/tags/suggestions/cover-pictures'
import { drawnWords } from '../../../src/core/tags/suggestions/drawn-words'
import { findWords, holdPlainly } from '../../../src/core/tags/suggestions/find-words'
import { NEUTRAL_TAGS } from '../../../src/core/question/scoring/neutral-tags'
import { catalogue } from './catalogue'
import type { Rng } from './prng'
import { pickColour, trainingStyles, type SceneFacts } from './scene'
import { examine } from '../examine'
import { openMini } from '../runtime'
import { groups } from '../vocabulary'

it('knows every word that is suggested with Mini, and is suggested every kind that it was drawn', () => {
  const words = drawnWords()
  const kinds = catalogue.map(({ name }) => name)
  const names = groups.map(({ words: [[name]] }) => name)
  expect(words.filter((word) => !kinds.includes(word) && !names.includes(word))).toEqual([])
  expect(kinds.filter((name) => !words.includes(name))).toEqual([])
  const { model } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../public/models/mini/tokenizer.json'), 'utf8'),
  ) as { model: { vocab: Record<string, number> } }
  expect(words.flatMap((word) => word.split(' ')).filter((word) => !(word in model.vocab))).toEqual([])
})

it('suggests the twelve kinds that a list of drawings has, and no other', async () => {
  const mini = await openMini(join(import.meta.dirname, '../../../public/models/mini'))
  const words = drawnWords()
  const vectors = [...(await mini.encodeTexts(words)), ...(await mini.encodeTexts(NEUTRAL_TAGS))]
  const values = new Float32Array(vectors.length * mini.dim)
  vectors.forEach((vector, i) => {
    values.set(vector, i * mini.dim)
  })
  const kinds = catalogue.flatMap((entry, kind) => (kind % 10 === 3 ? [{ ...entry, place: kind }] : []))
  const wanted = kinds.flatMap(({ place }) =>
    trainingStyles.map((style) => (rng: Rng): SceneFacts => ({
      ...{ kind: place, count: 1, colour: pickColour(place, rng), style },
    })),
  )
  const pictures = (await examine(mini, 120, wanted)).map(({ embedding }) => embedding)
  await mini.close()
  const texts = { values, width: mini.dim, words: words.length, logitScale: mini.scale }
  const steps = findWords(pictures, pictures, texts, holdPlainly)
  let step = steps.next()
  while (!step.done) step = steps.next()
  const found = coverPictures(step.value, words.length, 20)
  expect(
    found
      .slice(0, 12)
      .map(({ word }) => words[word])
      .sort(),
  ).toEqual(kinds.map(({ name }) => name).sort())
})
