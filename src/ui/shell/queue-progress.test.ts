import { expect, it } from 'vitest'
import { createWords } from '../../words/create-words'
import { queueProgress } from './queue-progress'

const words = createWords().now()

it('says what is done, how fast and how long still', () => {
  expect(queueProgress(words, { kind: 'running', done: 61, total: 128, startedAt: 1000 }, 6350)).toEqual({
    what: 'Encoding 61 of 128',
    details: ['11 pictures/s', '6 s left'],
    share: 61 / 128,
  })
})

it('keeps silent about the rate until there is one', () => {
  expect(queueProgress(words, { kind: 'running', done: 0, total: 10, startedAt: 0 }, 9000)?.details).toEqual(
    [],
  )
  expect(queueProgress(words, { kind: 'running', done: 1, total: 10, startedAt: 0 }, 10)?.details).toEqual([])
})

it('holds still while paused', () => {
  expect(queueProgress(words, { kind: 'paused', done: 3, total: 10 }, 9000)).toEqual({
    what: 'Paused at 3 of 10',
    details: [],
    share: 0.3,
  })
})

it('has nothing to say of an idle queue', () => {
  expect(queueProgress(words, { kind: 'idle' }, 0)).toBeNull()
})
