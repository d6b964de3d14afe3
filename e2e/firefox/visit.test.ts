import { expect } from 'vitest'
import { axeViolations } from '../accessibility/axe-violations.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { ADD_TAGS } from './firefox-app.ts'
import { test } from './test.ts'

test('a first visit shows three drawings, each ranked rightly by Mini on several threads', async ({
  profile,
  isolatedUrl,
}) => {
  const app = await profile.open(isolatedUrl)
  await app.whenReady()
  await app.whenIdle()
  for (const [drawing, tag] of [
    ['red-car', 'car'],
    ['document', 'document'],
    ['motorcycle', 'motorcycle'],
  ])
    await app.expectText(new RegExp(`${drawing}\\.png, ${tag}, \\d+ percent`))
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true)
  const model = await app.page.evaluate(() => window.taglens.model())
  expect(model).toMatchObject({ device: 'wasm', selfCheck: { kind: 'verified' }, demotedFrom: null })
  expect(model?.threads).toBeGreaterThan(1)
  // The log has what Firefox loaded, not only what was fetched.
  await app.click('button[aria-label="Privacy"]')
  await app.click('[role=dialog] details summary')
  await app.expectText(/page · (answered|from this device)[^]*\/assets\/index-/)
  await app.expectText(/inference · (answered|from this device)[^]*\/onnx\/vision_model\.onnx/)
})

test('axe finds nothing in either theme, and dark is dark', async ({ profile, isolatedUrl }) => {
  const app = await profile.open(isolatedUrl)
  await app.whenReady()
  await app.whenIdle()
  const brightness = () =>
    app.page.evaluate(() => {
      const context = new OffscreenCanvas(1, 1).getContext('2d')!
      context.fillStyle = getComputedStyle(document.body).backgroundColor
      context.fillRect(0, 0, 1, 1)
      return Math.max(...context.getImageData(0, 0, 1, 1).data.subarray(0, 3))
    })
  await app.click('input[value=light]')
  await expect.poll(brightness).toBeGreaterThan(230)
  expect(await axeViolations(app.page)).toEqual([])
  await app.click('input[value=dark]')
  await expect.poll(brightness).toBeLessThan(60)
  expect(await axeViolations(app.page)).toEqual([])
})

test('three pictures get three right answers, by keyboard alone', async ({ app }) => {
  await app.loadFromHub('test/colours')
  await app.tabTo(ADD_TAGS)
  await app.replaceTags(['red', 'green', 'blue'])
  await app.dropPictures([plainPicture('red'), plainPicture('green'), plainPicture('blue')])
  await app.whenIdle()
  await app.tabTo('[role=grid]')
  await app.press('Home')
  for (const colour of ['red', 'green', 'blue']) {
    await app.expectBest(colour)
    await app.press('ArrowRight')
  }
  await app.press('Delete')
  await app.expectText('2 pictures ranked')
  await app.page.keyboard.down('Control')
  await app.press('z')
  await app.page.keyboard.up('Control')
  await app.expectText('3 pictures ranked')
})
