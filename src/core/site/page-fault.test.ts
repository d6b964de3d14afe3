import { expect, test } from 'vitest'
import { addFault, toPageFault, type PageFault } from './page-fault'

const withStack = (error: Error, stack: string): Error => Object.assign(error, { stack })

test('a fault says what happened and where, in the words of Chromium', () => {
  const error = withStack(
    new TypeError("Cannot read properties of null (reading 'pictures')"),
    `TypeError: Cannot read properties of null (reading 'pictures')
    at draw (https://name.github.io/taglens/assets/picture-grid-CeWON5ka.js:1:234)
    at https://name.github.io/taglens/assets/index-C.js?t=1:9:8`,
  )
  expect(toPageFault(error)).toEqual({
    what: 'TypeError: Cannot read properties of null (reading …)',
    stack: ['at draw (picture-grid-CeWON5ka.js:1:234)', 'at index-C.js:9:8'],
  })
})

test('and in those of Firefox', () => {
  const error = withStack(
    new Error('no'),
    'draw@https://host/taglens/assets/index-C.js:1:2\n@https://host/a.js:3:4\n',
  )
  expect(toPageFault(error).stack).toEqual(['draw@index-C.js:1:2', '@a.js:3:4'])
})

test('nothing of pictures or tags comes in: no quoted text, no address, no second line', () => {
  const error = withStack(
    new SyntaxError('Unexpected token, "secret tag" of https://host/?labels=secret#secret\nsecret'),
    'SyntaxError: secret\n at https://host/taglens/?labels=secret:1:2\n at blob:https://host/secret:1:2',
  )
  expect(JSON.stringify(toPageFault(error))).not.toContain('secret')
  expect(toPageFault('“secret”').what).toBe('…')
})

test('the same fault is counted, and of many different ones the first are kept', () => {
  let faults: readonly PageFault[] = []
  for (let i = 0; i < 100; i += 1) faults = addFault(faults, new Error(`fault ${i % 25}`))
  expect(faults).toHaveLength(10)
  expect(faults[0]).toMatchObject({ what: 'Error: fault 0', count: 4 })
})
