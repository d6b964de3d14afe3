import { afterEach, expect, test } from 'vitest'
import type { CarriedPage } from './carried-page'
import { createPageCarrier } from './page-carrier'

const scope = new URL('carrier-test/', location.href).href
const session = () => sessionStorage
const minutes = (count: number) => () => count * 60_000

afterEach(async () => {
  sessionStorage.clear()
  for (const name of await caches.keys()) await caches.delete(name)
})

const page: CarriedPage = {
  tags: [
    { id: 't', text: 'half \uD83D pair', hue: 0, threshold: 0.5, picture: null },
    { id: 'u', text: 'cat.png', hue: 1, threshold: null, picture: new Blob(['cat'], { type: 'image/png' }) },
  ],
  linkVisit: {
    ownTags: [{ id: 'own', text: 'own', hue: 0, threshold: null, picture: null }],
    ownScoring: { temperature: 2 },
  },
  settings: null,
  pictures: [
    {
      id: 'p',
      name: 'a "quoted" näme, 猫.png',
      file: new Blob(['picture'], { type: 'image/png' }),
      isSample: false,
      stopped: false,
      facts: {
        ...{ sha256: 'ab', width: 4, height: 3, isShowable: true },
        ...{ photographic: true, thumbnail: new Blob(['small']), mosaic: Uint8Array.of(1, 2, 255) },
      },
      encoded: {
        modelKey: 'm',
        frame: { left: 0, top: 0, width: 1, height: 1 },
        reducedBy: 2,
        time: 12 as never,
        encoding: { kind: 'embedding', embedding: new Float32Array([0.6, 0.8]) as never },
      },
    },
  ],
  selection: { focusId: 'p', anchorId: null, ids: ['p'] },
  filter: { answers: [], ranges: [] },
  scoreOf: null,
  decidedOnly: false,
  sort: { by: 'name', descending: true },
  screen: null,
  load: {
    source: { kind: 'hub', host: 'https://hub.example', id: 'a/b', revision: 'main' },
    dtype: 'auto',
    device: 'wasm',
  },
  loadBeside: null,
  heldAnswers: [
    {
      ...{ id: 's', model: { id: 'a/b', name: 'B', key: 'm' }, template: '{}', calibrated: true },
      ...{ tags: [{ id: 't', text: 'cat', hue: 0 }], sha256s: ['ab'] },
      ...{ best: Uint32Array.of(0), accepted: Uint8Array.of(1), scores: Float32Array.of(0.5) },
    },
  ],
}

test('a page arrives as it left, once', async () => {
  const carrier = createPageCarrier(scope, session)
  expect(await carrier.put({ ...page, sort: { by: 'added', descending: false } })).toBe(true)
  expect(await carrier.put(page)).toBe(true)
  const arrived = await createPageCarrier(scope, session).take()
  expect(await arrived?.pictures[0]?.file.text()).toBe('picture')
  expect(await arrived?.tags[1]?.picture?.text()).toBe('cat')
  expect(arrived).toEqual({ ...page, tags: [{ ...page.tags[0], text: 'half \uD83D pair' }, page.tags[1]] })
  expect(await carrier.take()).toBeNull()
})

test('what was put in and is dropped does not arrive', async () => {
  const carrier = createPageCarrier(scope, session)
  await carrier.put(page)
  await carrier.discard()
  expect(await carrier.take()).toBeNull()
})

test.each([
  ['is taken by another one a while later', 5, 1],
  ['is left alone while its tab may come back', 1, 0],
  ['is dropped after a day', 25 * 60, 0],
])('the page of a tab that is gone %s', async (_what, later, found) => {
  await createPageCarrier(scope, session, minutes(0)).put(page)
  sessionStorage.clear()
  const other = createPageCarrier(scope, session, minutes(later))
  expect(await other.takeLeftBehind()).toHaveLength(found)
  expect(await other.takeLeftBehind()).toEqual([])
})

test('what is no page of ours, and a storage that refuses, carry nothing', async () => {
  const carrier = createPageCarrier(scope, session)
  await carrier.put({ ...page, tags: [{ ...page.tags[0], hue: -1 }] as never })
  expect(await carrier.take()).toBeNull()
  const refused = createPageCarrier(scope, () => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect(await refused.put(page)).toBe(false)
  expect(await refused.take()).toBeNull()
})
