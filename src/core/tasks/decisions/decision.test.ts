import { expect, it } from 'vitest'
import { decisionOf } from './decision'

it.each([
  ['a tag', { yes: ['b'], no: [] }, { kind: 'tags', tagIds: ['b'] }],
  ['several tags, in their order', { yes: ['c', 'a'], no: ['b'] }, { kind: 'tags', tagIds: ['a', 'c'] }],
  ['none of these', { yes: [], no: [], none: true }, { kind: 'none' }],
  ['none of these, said of each', { yes: [], no: ['c', 'b', 'a'] }, { kind: 'none' }],
  ['nothing, where only some are not true', { yes: [], no: ['a'] }, null],
  ['nothing, where the tag is gone', { yes: ['gone'], no: [] }, null],
] as const)('a mark comes to %s', (_, mark, decision) => {
  expect(decisionOf(mark, ['a', 'b', 'c'])).toEqual(decision)
})
