import { expect } from '@playwright/test'
import { startHubServer } from '../../scripts/hosts/hub-server.ts'
import { serveRepository } from '../../scripts/hosts/hub/serve-repository.ts'
import { layoutRows } from '../../scripts/models/layouts/layout-rows.ts'
import { base } from '../../scripts/models/layouts/variants.ts'
import type { ApiError } from '../../src/api/api-calls.ts'
import { AppPage } from '../support/app-page.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

/** The others, and their numbers, are in `scripts/models/layouts`, where they run in Node. */
const NAMES = [
  'the towers in the root',
  'all of it in a sub-folder',
  'immich’s',
  'open_clip’s description alone',
  'transformers 5’s processor alone',
  'words and merges in place of a tokenizer',
  'weights in two files',
  'nothing but _int8',
  'both towers in one graph',
  'several models side by side',
]

test('ten published layouts, one after the other: they answer alike, or are refused before their weights', async ({
  page,
}) => {
  const rows = NAMES.map((name, number) => {
    const row = layoutRows.find((other) => other.name === name)
    if (!row) throw new Error(`no row is called ${name}`)
    return { ...row, id: `row/model-${number}` }
  })
  const hub = await startHubServer([
    serveRepository('test/colours', base),
    ...rows.map(({ id, files }) => serveRepository(id, files)),
  ])
  const app = new AppPage(page, hub.origin)
  await app.open()
  const { mimeType, buffer } = plainPicture('green')
  const picture = `data:${mimeType};base64,${buffer.toString('base64')}`

  /** What a model makes of a picture; the code that it is refused with. */
  const answerOf = (id: string) =>
    page.evaluate(
      async ([model, host, address]) => {
        try {
          await window.taglens.loadModel({ id: model, host, device: 'wasm' })
        } catch (error) {
          return (error as ApiError).code
        }
        const [record] = await window.taglens.classify([address], { labels: ['red', 'blue'], template: '{}' })
        return record && 'labels' in record ? record.labels.map(({ cosine }) => cosine) : null
      },
      [id, hub.origin, picture] as const,
    )
  const wanted = await answerOf('test/colours')
  expect(wanted).toEqual([expect.any(Number), expect.any(Number)])
  for (const { id, name, expected } of rows)
    await test.step(name, async () => {
      const answered = await answerOf(id)
      if (expected.kind === 'refused') {
        expect(answered).toBe(expected.code)
        expect(
          hub.requests.filter(({ path }) => path.startsWith(`/${id}/`) && path.includes('.onnx')),
        ).toEqual([])
      } else {
        expect(answered).toHaveLength(2)
        for (const [i, cosine] of (answered as number[]).entries())
          expect(cosine).toBeCloseTo((wanted as number[])[i] ?? NaN, 5)
      }
    })
  await hub.close()
})
