import { expect, test } from 'vitest'
import { createPictureCache, type KnownPicture } from './picture-cache'

const picture = (labels: number): KnownPicture => ({
  kind: 'classes',
  logits: new Float32Array(labels) as Extract<KnownPicture, { kind: 'classes' }>['logits'],
  ...{ width: 1, height: 1, frame: { left: 0, top: 0, width: 1, height: 1 } },
  ...{ thumbnail: new Blob(), photographic: false, reducedBy: 1, isShowable: true },
})

test('pictures with a number for each of 20,000 labels are kept as long as there is room, the newest ones', () => {
  const cache = createPictureCache()
  // 2,000 of them would be 160 MB.
  const one = picture(20_000)
  for (let i = 0; i < 2000; i += 1) cache.set('model', `${i}`, one)
  expect(cache.get('model', '1999')).toBe(one)
  expect(cache.get('model', '1000')).toBe(one)
  expect(cache.get('model', '999')).toBeUndefined()
})

test('a picture that is set again takes its room once', () => {
  const cache = createPictureCache()
  for (let i = 0; i < 2000; i += 1) cache.set('model', 'same', picture(20_000))
  cache.set('model', 'other', picture(20_000))
  expect(cache.get('model', 'same')).toBeDefined()
})
