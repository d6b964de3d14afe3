import { expect, it } from 'vitest'
import { plainProducts } from '../../core/tasks/own/linear/products'
import { subsetOf } from '../../core/tasks/own/training-set'
import { clouds } from '../../testing/clouds'
import { createClassifierApi } from './create-classifier-api'

it('counts copies as one picture, unless the person says that each is one of its own', async () => {
  const all = clouds({ perClass: 6 })
  // Three copies of the first.
  const set = subsetOf(
    all,
    [0, 0, 0, ...Array(18).keys()].filter((example, i) => i < 3 || example > 0),
  )
  const ids = set.groups.map((_, i) => `picture ${String(i).padStart(2, '0')}`)
  const copies = ids.slice(0, 3)
  const api = createClassifierApi({ name: 'none', products: plainProducts })
  const alike = async (apart: readonly string[]) => {
    const judged = await api.train({ ...set, ids, apart }, new AbortController().signal, () => undefined)
    return judged.kind === 'done' ? judged.value.findings.alike : judged
  }
  expect(await alike([])).toEqual([copies])
  expect(await alike(copies)).toEqual([])
})
