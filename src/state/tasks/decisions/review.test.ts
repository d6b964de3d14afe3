import { describe, expect, it } from 'vitest'
import { done } from '../../../core/errors/outcome'
import { encodedPicture } from '../../../testing/fakes/fake-engine'
import { createFixedLabelModel, createLoadedModel } from '../../../testing/loaded-model'
import { setupReview } from '../../../testing/review-under-test'
import { decidedCounts } from './decisions'

describe('a review', () => {
  it('decides by keys, each decision one step, and says what is decided beside what the model says', async () => {
    const { press, focusOn, decided, actions, state } = await setupReview()
    focusOn('r0')
    await press('2')
    focusOn('r1')
    await press('Enter')
    focusOn('b3')
    await press('X')
    expect(decided()).toEqual(['r0 blue', 'r1 red', 'b3 none'])
    expect(decidedCounts(state()).all).toBe(3)
    const steps = state().history.past.length
    await press('X')
    expect(state().history.past).toHaveLength(steps)
    await press('U')
    expect(decided()).toEqual(['r0 blue', 'r1 red'])
    actions.undo()
    actions.undo()
    actions.undo()
    expect(decided()).toEqual(['r0 blue'])
  })

  it('goes to what is not decided, forth and back, around the ends, and says when there is none', async () => {
    const { press, focusOn, focus, notices, actions } = await setupReview()
    focusOn('r1')
    await press('1 N')
    expect(focus()).toBe('r2')
    await press('P')
    expect(focus()).toBe('r0')
    await press('P')
    expect(focus()).toBe('b4')
    actions.selectAll()
    await press('Enter N')
    expect(focus()).toBe('b4')
    await press('N N')
    expect(notices()).toEqual(['Everything that is shown is decided.'])
    actions.undo()
    expect(notices()).not.toContain('Everything that is shown is decided.')
  })

  it('says of how many copies the same is said, until something else is decided', async () => {
    const { press, focusOn, notices, actions, addPictures, engine, settle, decided } = await setupReview()
    addPictures('copy of r0')
    await expect.poll(() => engine.pictures.length).toBe(6)
    engine.pictures[5]?.answer(done({ ...encodedPicture('model-a'), sha256: '0'.repeat(64) }))
    await settle()
    focusOn('r0')
    await press('1')
    expect(decided()).toEqual(['r0 red', 'copy of r0 red'])
    const said = 'The same is said of 1 copy, since its bytes are the same.'
    expect(notices()).toContain(said)
    focusOn('b3')
    await press('2')
    expect(notices()).not.toContain(said)
    actions.selectAll()
    await press('2')
    expect(notices()).not.toContain(said)
  })

  it('moves on with each decision over a large picture', async () => {
    const { press, focusOn, focus, decided } = await setupReview()
    focusOn('r2')
    await press('1', true)
    expect(focus()).toBe('b3')
    await press('X', true)
    expect(focus()).toBe('b4')
    await press('Enter', true)
    expect(focus()).toBe('r0')
    expect(decided()).toEqual(['r2 red', 'b3 none', 'b4 blue'])
  })

  it('leaves focus on the successor of a row that leaves the filter; undo brings it back and goes to it', async () => {
    const { press, focusOn, focus, shown, review, actions, state } = await setupReview()
    focusOn('r2')
    review.show(false)
    await press('1')
    expect(shown()).toEqual(['r0', 'r1', 'b3', 'b4'])
    expect(focus()).toBe('b3')
    expect([...state().selection.ids]).toEqual([state().selection.focusId])
    focusOn('b4')
    await press('2')
    expect(focus()).toBe('b3')
    actions.undo()
    expect(focus()).toBe('b4')
    actions.undo()
    expect(focus()).toBe('r2')
    expect(shown()).toEqual(['r0', 'r1', 'r2', 'b3', 'b4'])
    actions.redo()
    expect(focus()).toBe('b3')
  })

  it('keeps focus where it is when the last row has gone, and shows what undo brings back', async () => {
    const { press, focusOn, focus, shown, review, actions, decided } = await setupReview()
    focusOn('r0')
    review.show(false)
    actions.selectAll()
    await press('Enter')
    expect(shown()).toEqual([])
    expect(focus()).toBe('r0')
    review.show(true)
    focusOn('b3')
    await press('U')
    expect(decided()).toHaveLength(4)
    expect(focus()).toBe('b4')
    review.show(false)
    actions.filterByTag('none-of-these')
    expect(shown()).toEqual([])
    actions.undo()
    expect(focus()).toBe('b3')
    expect(shown()).toContain('b3')
  })

  it('shows what is not decided, the least sure first, with focus on it', async () => {
    const { focusOn, focus, press, shown, review } = await setupReview()
    focusOn('r0')
    await press('1')
    review.review(true)
    expect(shown()[0]).toBe('r1')
    expect(shown()).not.toContain('r0')
    expect(focus()).toBe('r1')
    review.review(false)
    expect(shown()).toEqual(['r0', 'r1', 'r2', 'b3', 'b4'])
  })

  it('takes several tags one after another where they may fit, under a filter too; Enter over a large one goes on', async () => {
    const { press, focusOn, focus, decided, shown, review, actions } = await setupReview()
    actions.setRules({ mode: 'multi' })
    focusOn('r1')
    review.show(false)
    await press('1 2')
    expect(decided()).toEqual(['r1 red + blue'])
    expect(focus()).toBe('r1')
    await press('N')
    expect(focus()).toBe('r2')
    expect(shown()).toEqual(['r0', 'r2', 'b3', 'b4'])
    await press('1 2 Enter', true)
    expect(decided()).toEqual(['r1 red + blue', 'r2 red + blue'])
    expect(focus()).toBe('b3')
  })

  it('says where “not this” is kept, once it has nothing to take back', async () => {
    const { review, press, focusOn, decided, notices, state, actions } = await setupReview()
    const pressNot = () =>
      review.press({ key: '2', selection: state().selection, isLarge: false, isNot: true })
    const told = '“Not this” is kept where a picture may have several tags: choose that under Scoring.'
    focusOn('r0')
    await press('2')
    await pressNot()
    expect(decided()).toEqual([])
    expect(notices()).toEqual([])
    await pressNot()
    expect(notices()).toEqual([told])
    focusOn('r1')
    actions.setRules({ mode: 'multi' })
    await pressNot()
    expect(notices()).toEqual([])
    expect(state().marks.map(({ no }) => no.length)).toEqual([1])
  })

  it('means what was selected as a key was pressed, whatever is by the time that its code has come', async () => {
    const { review, focusOn, focus, decided, state } = await setupReview()
    focusOn('r0')
    const { selection } = state()
    focusOn('b3')
    await review.press({ key: '2', selection, isLarge: true, isNot: false })
    expect(decided()).toEqual(['r0 blue'])
    expect(focus()).toBe('b3')
  })

  it('takes keys in their turn: one that is pressed before the last is done is about where that leads', async () => {
    const { review, press, focusOn, focus, decided, state } = await setupReview()
    const pressAtOnce = (keys: string, isLarge: boolean) =>
      Promise.all(
        keys
          .split(' ')
          .map((key) => review.press({ key, selection: state().selection, isLarge, isNot: false })),
      )
    focusOn('b4')
    const pressed = pressAtOnce('1 2', true)
    focusOn('b3')
    await pressed
    expect(decided()).toEqual(['b4 blue'])
    await press('U')
    focusOn('b4')
    await press('U')
    focusOn('r0')
    await pressAtOnce('2 Enter X', true)
    expect(decided()).toEqual(['r0 blue', 'r1 red', 'r2 none'])
    expect(focus()).toBe('b3')
    review.show(false)
    await pressAtOnce('Enter 1', false)
    expect(decided()).toEqual(['r0 blue', 'r1 red', 'r2 none', 'b3 blue', 'b4 red'])
  })

  it('means no picture that a filter hides, and tells of one that has not been read', async () => {
    const { press, focusOn, decided, notices, actions, state } = await setupReview()
    focusOn('b3')
    actions.filterByTag(state().tags[0]?.id ?? '')
    await press('1')
    expect(decided()).toEqual([])
    actions.filterByTag(null)
    actions.addPictures([new File([], 'fresh')])
    focusOn('fresh')
    await press('1')
    expect(decided()).toEqual([])
    expect(notices()).toContain('This has not been read yet.')
  })

  it('decides on a picture that is encoded again, once its bytes have been read', async () => {
    const { press, focusOn, decided, load, phases, state } = await setupReview()
    await load(createLoadedModel({ key: 'model-b' }))
    expect(phases()[4]).toBe('b4 encoding')
    focusOn('b4')
    await press('X')
    expect(decided()).toEqual(['b4 none'])
    expect(state().marks).toMatchObject([{ id: '4'.repeat(64), encoded: null }])
  })

  it('says of a model with classes of its own that these are no tags, and which keys decide', async () => {
    const { press, focusOn, decided, load, notices } = await setupReview()
    await load(createFixedLabelModel())
    focusOn('r0')
    await press('Enter')
    expect(decided()).toEqual([])
    expect(notices()).toContain(
      'This model answers in classes of its own, which are not your tags. Decide with 1 to 9, or X.',
    )
  })

  it('switches no answers: a classifier learns from decisions once it is wanted', async () => {
    const { press, focusOn, actions, state, settle, selectors } = await setupReview()
    for (const [name, key] of [
      ['r0', '2'],
      ['r2', '2'],
      ['b3', '1'],
      ['b4', '1'],
    ] as const) {
      focusOn(name)
      await press(key)
    }
    await settle()
    expect(state().own).toBeNull()
    ;(await actions.marking.load()).learn()
    await expect.poll(() => state().own?.examples).toBe(4)
    const [first] = state().pictures
    await expect.poll(() => first && selectors.labels(state(), first)[0]?.tag).toBe('blue')
  })
})
