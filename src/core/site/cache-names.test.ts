import { expect, test } from 'vitest'
import { cacheNames, ownCaches, staleCaches } from './cache-names'

test('only caches that this installation has outgrown are stale', () => {
  const present = Object.values<string>({ ...cacheNames('/taglens/') })
  const names = [
    ...present,
    'taglens-old /taglens/',
    'taglens-old /fork/taglens/',
    'taglens-shell /',
    'workbox-precache-v2-https://owner.github.io/other/',
    'transformers-cache',
  ]
  expect(staleCaches(names, '/taglens/')).toEqual(['taglens-old /taglens/'])
  expect(ownCaches(names, '/taglens/')).toEqual([...present, 'taglens-old /taglens/'])
})
