import { describe, expect, it } from 'vitest'
import { done } from '../../../core/errors/outcome'
import { comparedPictures } from '../../../core/tasks/comparison/compare-sheets'
import { createLoadedModel } from '../../../testing/loaded-model'
import { encodedPicture, unitVector } from '../../../testing/fakes/fake-engine'
import { setupReview } from '../../../testing/review-under-test'

/** A template by which each tag means what the other one does. */
const SWAPPED = 'not {}'
const VECTORS = new Map([
  ['not red', unitVector(0, 0, 1)],
  ['not blue', unitVector(1, 0, 0)],
  ['red', unitVector(1, 0, 0)],
  ['blue', unitVector(0, 0, 1)],
])
const never = new AbortController().signal

const setup = async () => {
  const app = await setupReview()
  const comparing = await app.actions.comparing.load()
  /** Answers what is asked of texts until a comparison stands. */
  const compared = async () => {
    const answered = new Set<unknown>()
    await expect
      .poll(async () => {
        const job = app.engine.prompts.at(-1)
        if (job && !answered.has(job)) {
          answered.add(job)
          const embeddings = job.request.map((prompt) => ({
            ...{ embedding: VECTORS.get(prompt) ?? unitVector(0, 1, 0), tokenIds: [1], cut: false },
          }))
          job.answer(done(embeddings))
        }
        await app.settle()
        return comparing.look.getState().phase.kind
      })
      .toBe('none')
    const { found } = comparing.look.getState()
    if (!found) throw new Error('nothing was found')
    return found
  }
  const nameOf = (sha256: string) =>
    app.state().pictures.find(({ phase }) => phase.facts?.sha256 === sha256)?.name
  const differing = (found: Awaited<ReturnType<typeof compared>>) =>
    comparedPictures(found, true).map(({ sha256 }) => nameOf(sha256))
  return { ...app, comparing, compared, differing }
}

describe('the answers of the words', () => {
  it('are set beside those of another wording, whose texts alone are encoded', async () => {
    const { comparing, compared, differing, engine } = await setup()
    const encoded = engine.pictures.length
    comparing.compareWith({ kind: 'wording', template: SWAPPED })
    comparing.watch()
    const found = await compared()
    expect(differing(found)).toHaveLength(5)
    expect(found.a.template).toBe('{}')
    expect(found.b.template).toBe(SWAPPED)
    expect(engine.pictures).toHaveLength(encoded)
  })

  it('are compared again where the person decides, as long as someone looks', async () => {
    const { comparing, compared, press, focusOn, settle } = await setup()
    comparing.compareWith({ kind: 'wording', template: SWAPPED })
    const leave = comparing.watch()
    expect((await compared()).judged).toBeNull()
    for (const [name, key] of [
      ['r0', '1'],
      ['r1', '1'],
      ['b3', '1'],
    ] as const) {
      focusOn(name)
      await press(key)
    }
    const { judged } = await compared()
    expect(judged).toMatchObject({ count: 3, onlyA: 2, onlyB: 1, chance: 1 })
    leave()
    focusOn('b4')
    await press('1')
    await settle()
    expect(comparing.look.getState().found?.judged?.count).toBe(3)
  })

  it('that were kept are set beside those of the model that is loaded next, for the pictures that it has encoded', async () => {
    const { comparing, compared, differing, engine, load, actions, settle } = await setup()
    expect((await comparing.hold(never)).kind).toBe('done')
    const before = engine.pictures.length
    await load({ ...createLoadedModel(), id: 'other', name: 'Other', key: 'model-b' })
    comparing.watch()
    for (const i of [0, 1, 2]) {
      await expect.poll(() => engine.pictures.length).toBeGreaterThan(before + i)
      const vector = i === 0 ? unitVector(1, 0, 0) : unitVector(0, 0, 1)
      engine.pictures[before + i]?.answer(
        done({ ...encodedPicture('model-b', vector), sha256: String(i).repeat(64) }),
      )
      await settle()
    }
    actions.stopQueue()
    const found = await compared()
    expect([found.a.model.id, found.b.model.id]).toEqual(['other', 'owner/model-a'])
    expect(differing(found)).toEqual(['r1', 'r2'])
    expect([found.withoutA, found.withoutB]).toEqual([2, 0])
    const stopped = engine.pictures.length
    actions.encodeStopped()
    await expect.poll(() => engine.pictures.length).toBeGreaterThan(stopped)
  })

  it('follow a model while it encodes, from time to time', async () => {
    const { comparing, compared, engine, load, settle, wait } = await setup()
    expect((await comparing.hold(never)).kind).toBe('done')
    const before = engine.pictures.length
    await load({ ...createLoadedModel(), id: 'other', name: 'Other', key: 'model-b' })
    comparing.watch()
    const encode = async (i: number) => {
      await expect.poll(() => engine.pictures.length).toBeGreaterThan(before + i)
      engine.pictures[before + i]?.answer(
        done({ ...encodedPicture('model-b', unitVector(1, 0, 0)), sha256: String(i).repeat(64) }),
      )
      await settle()
    }
    await encode(0)
    await compared()
    await encode(1)
    const early = await compared()
    wait(10_000)
    await encode(2)
    const later = await compared()
    expect([early.pictures.length < 3, later.pictures.length]).toEqual([true, 3])
  })

  it('leave as a table, the pictures that differ first', async () => {
    const { comparing, compared } = await setup()
    comparing.compareWith({ kind: 'wording', template: 'not {}\n{}' })
    comparing.watch()
    await compared()
    const table = await comparing.file('csv', false)?.file.text()
    const lines = (table ?? '').trim().split('\r\n')
    expect(lines[0]).toBe('name,sha256,differs,a_answer,a_top,a_score,a_right,b_answer,b_top,b_score,b_right')
    expect(lines).toHaveLength(6)
    const json = JSON.parse((await comparing.file('json', true)?.file.text()) ?? '') as {
      readonly b: { readonly templates: readonly string[] }
      readonly differing: number
      readonly pictures: readonly unknown[]
    }
    expect(json.b.templates).toEqual(['not {}', '{}'])
    expect(json.pictures).toHaveLength(json.differing)
  })
})
