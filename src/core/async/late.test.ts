import { expect, test } from 'vitest'
import { createLate, PartNotLoaded, toPartError } from './late'

/** A part whose loading fails as often as it is told to. */
const setup = (failures: number) => {
  let loads = 0
  const late = createLate(() => {
    loads += 1
    return loads > failures ? Promise.resolve('here') : Promise.reject(new Error('no network'))
  })
  return { late, loads: () => loads }
}

test('is loaded once, however often it is asked for', async () => {
  const { late, loads } = setup(0)
  expect(await Promise.all([late.load(), late.held(), late.load()])).toEqual(['here', 'here', 'here'])
  expect(loads()).toBe(1)
})

test('a failure is told to all who wait, and the next call tries again', async () => {
  const { late, loads } = setup(1)
  const [first, second] = await Promise.allSettled([late.load(), late.load()])
  expect([first.status, second.status]).toEqual(['rejected', 'rejected'])
  expect(await late.load()).toBe('here')
  expect(loads()).toBe(2)
})

test('what is drawn stays failed until the failure is forgotten', async () => {
  const { late, loads } = setup(1)
  const failure: unknown = await late.held().catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(PartNotLoaded)
  await expect(late.held()).rejects.toBe(failure)
  expect(loads()).toBe(1)
  ;(failure as PartNotLoaded).forget()
  expect(await late.held()).toBe('here')
})

test('a part that is missing is told from a part that fails', () => {
  expect(toPartError(new PartNotLoaded(new Error('gone'), () => undefined)).code).toBe('PART_NOT_LOADED')
  expect(toPartError(new TypeError('x is not a function'))).toEqual({
    code: 'UNEXPECTED',
    detail: 'x is not a function',
  })
})
