import { expect, it } from 'vitest'
import type { Bytes } from '../brands'
import { isAsAgreed } from './load-plan'

it.each([
  [100, true],
  [109, true],
  [111, false],
  [null, false],
])('a host that tells %s where 100 were named: %s', (size, expected) => {
  expect(isAsAgreed(size as Bytes | null, 100 as Bytes)).toBe(expected)
})
