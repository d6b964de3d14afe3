import { expect, it } from 'vitest'
import type { Picture } from '../app-state'
import { picturesOf } from './picture-places'

const picture = (id: string): Picture => ({
  id,
  name: `${id}.png`,
  file: new Blob([]),
  isSample: false,
  phase: { kind: 'waiting', facts: null },
})

it('finds pictures by their ids in the order of the list, those that it has, and each once', () => {
  const list = ['a', 'b', 'c', 'd'].map(picture)
  const idsOf = (of: readonly Picture[], ids: readonly string[]) => picturesOf(of, ids).map(({ id }) => id)
  expect(idsOf(list, ['d', 'gone', 'b', 'd'])).toEqual(['b', 'd'])
  expect(idsOf(list.toReversed(), ['b', 'd'])).toEqual(['d', 'b'])
  expect(idsOf(list.slice(2), ['b', 'd'])).toEqual(['d'])
})
