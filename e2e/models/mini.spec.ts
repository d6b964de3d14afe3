import { expect } from '@playwright/test'
import path from 'node:path'
import { catalogue } from '../../scripts/mini/draw/catalogue.ts'
import { examine, nearest } from '../../scripts/mini/examine.ts'
import type { Rng } from '../../scripts/mini/draw/prng.ts'
import { rasterisePng } from '../../scripts/mini/draw/rasterise.ts'
import { openMini } from '../../scripts/mini/runtime.ts'
import { pickColour, trainingStyles, type SceneFacts } from '../../scripts/mini/draw/scene.ts'
import { test } from '../support/test.ts'

/** A paper of the examination's split that no figure is taken from. */
const PAPER = 201
/** Pictures that cross to the page at a time. */
const BATCH = 55

test('the built-in model is verified against its vectors, and names drawings in the browser as it does in Node', async ({
  app,
}) => {
  test.slow()
  const tags = catalogue.map(({ name }) => `a photo of a ${name}`)
  const wanted = catalogue.map((_, kind) => (rng: Rng): SceneFacts => ({
    kind,
    colour: pickColour(kind, rng),
    count: 1,
    style: rng.pick(trainingStyles),
  }))
  const mini = await openMini(path.resolve(import.meta.dirname, '../../public/models/mini'))
  const drawings = await examine(mini, PAPER, wanted)
  const tagVectors = await mini.encodeTexts(tags)
  await mini.close()
  const inNode = drawings.map((drawing) => tags[nearest(drawing, tagVectors)])

  await app.openAsVisitor()
  await app.whenIdle()
  expect(await app.page.evaluate(() => window.taglens.model())).toMatchObject({
    selfCheck: { kind: 'verified', against: 'golden' },
    demotedFrom: null,
  })
  const inBrowser: (string | null)[] = []
  for (let start = 0; start < drawings.length; start += BATCH) {
    const pngs = drawings
      .slice(start, start + BATCH)
      .map(({ svg }) => Buffer.from(rasterisePng(svg, 256)).toString('base64'))
    const tops = await app.page.evaluate(
      async ({ pngs, labels }) => {
        const entries = await window.taglens.classify(
          pngs.map((png) => `data:image/png;base64,${png}`),
          { labels },
        )
        return entries.map((entry) => ('error' in entry ? entry.error.message : entry.top))
      },
      { pngs, labels: tags },
    )
    inBrowser.push(...tops)
  }

  const same = inBrowser.filter((top, i) => top === inNode[i]).length
  console.log(`same best tag in Chromium and in Node: ${same} of ${drawings.length} drawings`)
  expect(same / drawings.length).toBeGreaterThanOrEqual(0.995)
})
