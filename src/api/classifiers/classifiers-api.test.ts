import { describe, expect, it } from 'vitest'
import { createRejections } from '../rejection'
import { clouds } from '../../testing/clouds'
import { setupApp } from '../../testing/fakes/app-under-test'
import { createFakeClassifier } from '../../testing/fakes/fake-classifier'
import { createWords } from '../../words/create-words'
import { createClassifiersApi } from './classifiers-api'

const LABELS = ['crack', 'dent', 'fine']

/** The API without a model: vectors are all that it is given. */
const setup = () => {
  let made = 0
  const noModel = () => Promise.reject(new Error('no model is asked here'))
  const { valueOrThrow } = createRejections(createWords().now())
  return createClassifiersApi({
    api: { model: () => null, embedImages: noModel, embedTexts: noModel },
    running: setupApp(),
    classify: noModel,
    classifier: createFakeClassifier().classifier,
    newId: () => `id ${(made += 1)}`,
    valueOrThrow,
  })
}

const set = clouds({ perClass: 8 })
const vectorAt = (i: number) => [...set.vectors.subarray(i * set.width, (i + 1) * set.width)]
const examples = set.truth.map((c, i) => ({ vector: vectorAt(i), yes: [LABELS[c] ?? ''] }))

describe('classifiers of programs', () => {
  it('learn from vectors, say how good they are, and answer by vectors', async () => {
    const api = setup()
    const shares: number[] = []
    const trained = await api.train(
      { labels: LABELS, examples },
      { onProgress: (share) => shares.push(share) },
    )
    expect(trained).toMatchObject({ id: 'id 1', mode: 'single', labels: LABELS, examples: 24 })
    expect(trained.version).toMatch(/^[0-9a-f]{8}$/)
    expect(trained.accuracy?.share).toBeGreaterThan(0.9)
    expect(trained.better_than_chance).toBe(true)
    const answers = await api.predict(trained.id, [vectorAt(0).map((value) => value * 7), vectorAt(9)])
    expect(answers.map((answer) => ('top' in answer ? answer.top : null))).toEqual(['crack', 'dent'])
    const [first] = answers
    const sum =
      first && 'predictions' in first ? first.predictions.reduce((all, p) => all + p.probability, 0) : 0
    expect(sum).toBeCloseTo(1, 9)
    expect(await api.list()).toEqual([trained])
    await api.remove(trained.id)
    expect(await api.list()).toEqual([])
    await expect(api.predict(trained.id, [vectorAt(0)])).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
  })

  it('refuse what nothing can be learned from, with one code', async () => {
    const api = setup()
    const [first, second] = [examples[0], examples[8]]
    for (const request of [
      undefined,
      { labels: [], examples },
      { labels: LABELS, examples: [first] },
      { labels: LABELS, examples: [first, { ...second, yes: ['rust'] }] },
      { labels: LABELS, examples: [first, { ...second, vector: [1, NaN] }] },
      { labels: LABELS, examples: [first, { ...second, vector: [1, 0] }] },
      { labels: LABELS, examples: [first, { ...second, yes: ['dent', 'fine'] }] },
      { labels: LABELS, mode: 'both', examples },
    ])
      await expect(api.train(request as never)).rejects.toMatchObject({ code: 'VALIDATION_ERROR' })
    const { id } = await api.train({ labels: LABELS, examples })
    await expect(api.predict(id, [[1, 2, 3]])).rejects.toMatchObject({ code: 'VALIDATION_ERROR' })
  })
})
