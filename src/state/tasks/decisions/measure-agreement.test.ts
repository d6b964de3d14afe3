import { expect, it } from 'vitest'
import { setupReview } from '../../../testing/review-under-test'

const never = new AbortController().signal

it('sets what was decided beside what the words say, and tells which pictures are behind a number', async () => {
  const { review, press, focusOn } = await setupReview()
  expect((await review.agreement(never))?.accuracy).toBeNull()
  for (const [name, key] of [
    ['r0', '1'],
    ['r1', '2'],
    ['b3', '2'],
    ['b4', 'X'],
  ] as const) {
    focusOn(name)
    await press(key)
  }
  const agreement = await review.agreement(never)
  expect(agreement?.accuracy?.share).toBe(0.5)
  expect(agreement?.table).toEqual([
    [1, 0, 0],
    [1, 1, 0],
    [0, 1, 0],
  ])
  expect(agreement?.idsOf(1, 0)).toEqual(['1'.repeat(64)])
  expect(agreement?.idsOf(2, 1)).toEqual(['4'.repeat(64)])
})

it('compares with the words, though a head that has learned from the decisions answers', async () => {
  const { review, press, focusOn, actions, state } = await setupReview()
  for (const [name, key] of [
    ['r0', '2'],
    ['r2', '2'],
    ['b3', '1'],
    ['b4', '1'],
  ] as const) {
    focusOn(name)
    await press(key)
  }
  ;(await actions.marking.load()).learn()
  await expect.poll(() => state().own?.examples).toBe(4)
  expect((await review.agreement(never))?.accuracy?.share).toBe(0)
})
