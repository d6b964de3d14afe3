import { expect, it } from 'vitest'
import type { Bytes } from '../../brands'
import { neverFalling } from './never-falling'

it('tells the most bytes that there were, with the newest stage', () => {
  const told: string[] = []
  const tell = neverFalling(({ stage, loaded }) => told.push(`${stage} ${loaded}`))
  for (const loaded of [10, 50, 0, 20, 60] as Bytes[]) tell({ stage: 'downloading', loaded, total: null })
  tell({ stage: 'checking', loaded: 0 as Bytes, total: null })
  expect(told).toEqual([
    ...['downloading 10', 'downloading 50', 'downloading 50', 'downloading 50', 'downloading 60'],
    'checking 60',
  ])
})
