import { expect } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { cosine, unit } from './vectors.ts'
import { requireFixtures, test } from '../support/test.ts'

interface Reference {
  readonly labels: readonly string[]
  readonly template: string
  readonly token_ids: readonly (readonly number[])[]
  readonly text_embeds: readonly (readonly number[])[]
  readonly images: Readonly<Record<string, { readonly image_embeds: readonly number[] }>>
}

/** Distance from the reference that is allowed: its own rounding, and float sums in another order. */
const TOLERANCE = 0.0005

const fixtures = requireFixtures()
const reference =
  fixtures === ''
    ? null
    : (JSON.parse(readFileSync(path.join(fixtures, 'reference/standin-clip.json'), 'utf8')) as Reference)
const photos = Object.keys(reference?.images ?? {})
const prompts = (reference?.labels ?? []).map((label) => reference!.template.replace('{}', () => label))

test.describe.configure({ timeout: 240_000 })

test('photographs: every embedding and every best tag is the reference’s, and so are token ids and embeddings of texts', async ({
  app,
  hub,
}) => {
  await app.open()
  await app.loadModel('standin/clip')
  await test.step('every embedding and every best tag is the reference’s', async () => {
    const results = await app.page.evaluate(
      async ([addresses, labels, template]) => {
        const embeddings = await window.taglens.embedImages(addresses)
        const records = await window.taglens.classify(addresses, { labels, template })
        return addresses.map((_, i) => {
          const [entry, record] = [embeddings[i]!, records[i]!]
          return 'embedding' in entry && 'top' in record
            ? { embedding: [...entry.embedding], top: record.top }
            : { embedding: [], top: null }
        })
      },
      [
        photos.map((name) => `${hub.origin}/photos/${name}`),
        [...reference!.labels],
        reference!.template,
      ] as const,
    )

    expect(photos).toHaveLength(43)
    let worst = 0
    const texts = reference!.text_embeds.map(unit)
    for (const [i, name] of photos.entries()) {
      const expected = unit(reference!.images[name]!.image_embeds)
      const distance = 1 - cosine(results[i]!.embedding, expected)
      worst = Math.max(worst, distance)
      expect(distance, name).toBeLessThanOrEqual(TOLERANCE)
      const cosines = texts.map((text) => cosine(text, expected))
      const [first = 0, second = 0] = [...cosines].sort((a, b) => b - a)
      if (first - second > TOLERANCE)
        expect(results[i]!.top, name).toBe(reference!.labels[cosines.indexOf(first)])
    }
    console.log(`largest cosine distance of 43 photographs: ${worst.toExponential(1)}`)
  })
  await test.step('token ids and text embeddings are the reference’s', async () => {
    const texts = await app.page.evaluate(async (given) => {
      const embeddings = await window.taglens.embedTexts(given)
      return embeddings.map(({ tokenIds, embedding }) => ({ tokenIds, embedding: [...embedding] }))
    }, prompts)
    expect(texts.map(({ tokenIds }) => tokenIds)).toEqual(reference!.token_ids)
    for (const [i, { embedding }] of texts.entries())
      expect(1 - cosine(embedding, unit(reference!.text_embeds[i]!))).toBeLessThanOrEqual(TOLERANCE)
  })
})
