import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { done } from '../../core/errors/outcome'
import { setupApp } from '../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../testing/fakes/fake-engine'
import { createFrameHolder } from './frame-holder'
import type { LiveState } from './live'

/** A page with two tags, and a view whose frames are all of the same file but for their names. */
const setup = async () => {
  const app = setupApp()
  app.actions.replaceTags(['one', 'two'])
  await app.load()
  await app.answerPrompts()
  const store = createStore<LiveState>(() => ({
    ...{ picture: null, rate: null, ranked: 0, error: null, kept: 0, holding: null },
    ...{ steady: true, keepWhen: 'never', taking: { kind: 'none' } },
  }))
  let [taken, answered] = [0, 0]
  const takeFile = () => Promise.resolve(new File([], `frame ${(taken += 1)}.jpg`))
  const holder = createFrameHolder({ store, actions: app.actions, takeFile })
  const see = (at: number, ...values: [number, number, number]) => {
    holder.see(encodedPicture('model-a', unitVector(...values)), at)
  }
  /** Reads what has come, each picture with bytes of its own. */
  const read = async (count: number) => {
    for (const end = answered + count; answered < end; answered += 1) {
      await expect.poll(() => app.engine.pictures.length).toBeGreaterThan(answered)
      const sha256 = String(answered % 10).repeat(64 - answered)
      const vector = unitVector(Number(answered < 6), Number(answered >= 6), 0)
      app.engine.pictures[answered]?.answer(done({ ...encodedPicture('model-a', vector), sha256 }))
      await app.settle()
    }
  }
  const [one = '', two = ''] = app.state().tags.map(({ id }) => id)
  return { ...app, store, holder, see, read, one, two }
}

describe('a tag that is held in the live view', () => {
  it('makes frames examples of it, as one step and one moment', async () => {
    const { holder, see, read, one, state, store, actions } = await setup()
    const steps = state().history.past.length
    holder.hold(one, null)
    see(0, 1, 0, 0)
    see(100, 0, 1, 0)
    see(300, 0, 1, 0)
    see(600, 0, 1, 0)
    expect(store.getState().holding).toEqual({ tagId: one, count: 2, isOn: true })
    const marked = holder.letGo()
    await read(2)
    await marked
    see(900, 1, 0, 0)
    expect(store.getState()).toMatchObject({ kept: 2, holding: { count: 2, isOn: false } })
    expect(state().marks.map(({ name, yes }) => [name, yes])).toEqual([
      ['frame 1.jpg', [one]],
      ['frame 2.jpg', [one]],
    ])
    expect(new Set(state().marks.map(({ group }) => group)).size).toBe(1)
    expect(state().marks[0]?.group).toBeTruthy()
    expect(state().history.past).toHaveLength(steps + 1)
    actions.undo()
    expect(state()).toMatchObject({ marks: [], pictures: [] })
    actions.redo()
    expect(state().marks).toHaveLength(2)
    expect(state().pictures).toHaveLength(2)
  })

  it('counts each hold as one picture, so that a head is not flattered by frames of one moment', async () => {
    const { holder, see, read, one, two, state, actions } = await setup()
    for (const [tag, ...values] of [
      [one, 1, 0, 0],
      [two, 0, 1, 0],
    ] as const) {
      holder.hold(tag, null)
      for (let i = 0; i < 6; i += 1) see(i * 300, values[0], values[1], i % 2)
      const marked = holder.letGo()
      await read(6)
      await marked
    }
    await expect.poll(() => state().own?.progress).toBeNull()
    expect(state().own).toMatchObject({ examples: 12, report: { accuracy: null } })
    const alike = state().own?.findings?.alike ?? []
    expect(alike.map(({ length }) => length)).toEqual([6, 6])
    ;(await actions.marking.load()).setApart(alike.flat())
    await expect.poll(() => state().own?.report?.accuracy ?? null).not.toBeNull()
    expect(state().own?.findings?.alike).toEqual([])
  })

  it('does nothing where it is let go before there is a frame, or twice', async () => {
    const { holder, see, read, one, state } = await setup()
    holder.hold(one, null)
    await holder.letGo()
    expect(state().pictures).toHaveLength(0)
    holder.hold(one, null)
    see(0, 1, 0, 0)
    const marked = Promise.all([holder.letGo(), holder.letGo()])
    await read(1)
    await marked
    expect(state().pictures).toHaveLength(1)
  })
})
