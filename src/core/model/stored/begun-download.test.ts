import { expect, it } from 'vitest'
import type { Bytes } from '../../brands'
import { begunProgress, isBegun, isWhole } from './begun-download'
import type { StoredModel } from './stored-model'

const stored = (change: Partial<StoredModel>): StoredModel => ({
  key: 'hub https://huggingface.co a/b main',
  source: { kind: 'hub', host: 'https://huggingface.co', id: 'a/b', revision: 'main' },
  claim: null,
  checked: null,
  revision: 'c0ffee',
  files: [{ path: 'config.json', size: 10 as Bytes, sha256: 'ab' }],
  missing: [],
  dtypes: ['q8'],
  size: 10 as Bytes,
  addedAt: 0,
  usedAt: 0,
  ...change,
})
const missing = (size: number | null) => [
  { path: 'onnx/vision_model.onnx', size: size as Bytes | null, hash: null },
]

it('is part of the whole, the half of a file that has arrived included', () => {
  const model = stored({ missing: missing(90), dtypes: [], size: 55 as Bytes })
  expect(begunProgress(model)).toEqual({ stage: 'downloading', loaded: 55, total: 100 })
  expect([isBegun(model), isWhole(model)]).toEqual([true, false])
})

it('has no end where the host does not say how large a file is', () => {
  expect(begunProgress(stored({ missing: missing(null) })).total).toBeNull()
})

it('is whole once nothing is missing', () => {
  expect([isBegun(stored({})), isWhole(stored({}))]).toEqual([false, true])
})
