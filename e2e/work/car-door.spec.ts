import { expect } from '@playwright/test'
import { kindIndex } from '../../scripts/mini/draw/catalogue.ts'
import { colours } from '../../scripts/mini/draw/colours.ts'
import { createRng, splits } from '../../scripts/mini/draw/prng.ts'
import { rasterisePng } from '../../scripts/mini/draw/rasterise.ts'
import { composeScene, trainingStyles } from '../../scripts/mini/draw/scene.ts'
import { test } from '../support/test.ts'

/** A paper of the examination's split that no figure is taken from. */
const PAPER = 202
const PER_TAG = 20
/** What the first hosted service's example asks of a picture, in its order. */
const TAGS = ['car door', 'scratched car door']

/** Drawings that the built-in model has never seen, `PER_TAG` of each tag, named `car door 3.png`. */
const drawings = TAGS.flatMap((tag, which) =>
  Array.from({ length: PER_TAG }, (_, i) => {
    const rng = createRng(PAPER * 1_000_000 + which * PER_TAG + i, splits.evaluation)
    const facts = {
      kind: kindIndex(tag),
      colour: rng.pick(colours).name,
      count: 1,
      style: rng.pick(trainingStyles),
    }
    const buffer = Buffer.from(rasterisePng(composeScene(facts, rng).svg, 256))
    return { name: `${tag} ${i}.png`, mimeType: 'image/png', buffer }
  }),
)

test('whether a car door is scratched is answered as the first hosted service answers it', async ({
  app,
}, info) => {
  await app.openAsVisitor()
  await app.tags.replace(TAGS)
  await app.pickFromDisk(drawings, info.outputPath('doors'), app.addMore)
  await app.whenIdle()
  await app.expectStatus(`${drawings.length} pictures ranked`)
  for (const tag of TAGS) {
    const [first] = drawings.filter(({ name }) => name.startsWith(tag))
    await app.expectBestTag(first!.name, tag)
  }

  // The same question as a program asks it: every similarity in the order of the prompts.
  const tops = await app.page.evaluate(
    async ({ pngs, labels }) => {
      const entries = await window.taglens.classify(pngs, { labels })
      return entries.map((entry) => {
        if ('error' in entry) throw new Error(entry.error.message)
        const similarity: number[] = entry.labels.map(({ cosine }) => cosine)
        return { named: entry.top, most: labels[similarity.indexOf(Math.max(...similarity))] }
      })
    },
    {
      pngs: drawings.map(({ buffer }) => `data:image/png;base64,${buffer.toString('base64')}`),
      labels: TAGS,
    },
  )
  const right = drawings.filter(({ name }, i) => name.startsWith(`${tops[i]?.most} `)).length
  const named = drawings.filter(({ name }, i) => name.startsWith(`${tops[i]?.named} `)).length
  console.log(`car doors: ${right} of ${drawings.length} by similarity, ${named} named`)
  expect(right / drawings.length).toBeGreaterThanOrEqual(0.95)
  expect(named / drawings.length).toBeGreaterThanOrEqual(0.95)
})
