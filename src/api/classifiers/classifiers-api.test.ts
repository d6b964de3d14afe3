import { describe, expect, it } from 'vitest'
import { createRejections } from '../rejection'
import { clouds } from '../../testing/clouds'
import type { UnitVector } from '../../core/brands'
import { choiceOf } from '../../core/model/model-choice'
import { setupApp, source } from '../../testing/fakes/app-under-test'
import { createFakeClassifier } from '../../testing/fakes/fake-classifier'
import { createWords } from '../../words/create-words'
import type { TaglensApi } from '../taglens-api'
import { createClassifiersApi } from './classifiers-api'

const LABELS = ['crack', 'dent', 'fine']

/** The API without a model: vectors are all that it is given. */
const setup = (
  running = setupApp(),
  embedTexts: TaglensApi['embedTexts'] = () => Promise.reject(new Error('no model is asked here')),
) => {
  let made = 0
  const noModel = () => Promise.reject(new Error('no model is asked here'))
  const { valueOrThrow } = createRejections(createWords().now())
  return createClassifiersApi({
    api: { model: () => null, embedImages: noModel, embedTexts },
    running,
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

  it('are asked by the names that the person keeps them under, while their model answers', async () => {
    const app = setupApp()
    const tags = LABELS.map((text) => ({ id: `tag ${text}`, text }))
    const marks = set.truth.map((c, i) => ({
      ...{ id: String(i).padStart(64, '0'), name: `${i}.png`, yes: [`tag ${LABELS[c] ?? ''}`], no: [] },
      encoded: { modelKey: 'model-a', embedding: set.vectors.slice(i * set.width, (i + 1) * set.width) },
    }))
    const model = { key: 'model-a', choice: choiceOf(source) }
    const kept = {
      id: 'v',
      at: 1,
      why: 'saved',
      mode: 'single',
      tags,
      marks,
      examples: 24,
      share: 1,
    } as const
    await app.classifier.keepVersions([
      { ...kept, answers: [], name: 'Parts', model },
      { ...kept, id: 'w', answers: [], name: 'other', model: { ...model, key: 'model-b' } },
    ])
    const zeros = (texts: readonly string[]) =>
      Promise.resolve(
        texts.map((text) => ({
          ...{ text, tokenIds: [], cut: false },
          embedding: new Float32Array(set.width) as UnitVector,
        })),
      )
    const api = setup(app, zeros)
    await app.load()
    expect((await api.list()).map(({ id, labels, examples: count }) => [id, labels, count])).toEqual([
      ['Parts', LABELS, 24],
    ])
    const [answer] = await api.predict('parts', [vectorAt(9)])
    expect(answer).toMatchObject({ top: 'dent' })
    await expect(api.predict('other', [vectorAt(9)])).rejects.toMatchObject({ code: 'MODEL_NOT_LOADED' })
    await expect(api.predict('none', [vectorAt(9)])).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
    // It is the person's, who takes its name from it.
    await expect(api.remove('Parts')).rejects.toMatchObject({ code: 'VALIDATION_ERROR' })
  })
})
