import { expect, it, vi } from 'vitest'
import type { Picture } from '../app-state'
import { createEachPicture } from './each-picture'

const picture = (id: string): Picture => ({
  id,
  name: id,
  file: new Blob([]),
  isSample: false,
  phase: { kind: 'waiting', facts: null },
})

it('counts again what has changed alone, in the list or in what its values depend on', () => {
  const valueOf = vi.fn(
    ({ id, name }: Picture, marked: ReadonlySet<string>) => name === 'b' || marked.has(id),
  )
  const count = createEachPicture({
    valueOf,
    touched:
      ([before], [now]) =>
      ({ id }: Picture) =>
        before.has(id) !== now.has(id),
    empty: () => ({ marked: 0 }),
    count: (sum, isMarked, by) => {
      if (isMarked) sum.marked += by
    },
    copy: (sum) => ({ ...sum }),
  })
  const counted = (list: readonly Picture[], marked: ReadonlySet<string>) => {
    valueOf.mockClear()
    return [count(list, marked).marked, valueOf.mock.calls.length]
  }
  const list = ['a', 'b', 'c', 'd'].map(picture)
  const [none, two, one] = [new Set<string>(), new Set(['a', 'c']), new Set(['c'])]
  expect(counted(list, none)).toEqual([1, 4])
  expect(counted(list, two)).toEqual([3, 2])
  const renamed = list.with(3, { ...picture('d'), name: 'b' })
  // Both at once.
  expect(counted(renamed, one)).toEqual([3, 2])
  expect(counted(renamed, one)).toEqual([3, 0])
  expect(counted(renamed.slice(1), one)).toEqual([3, 3])
})
