import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test } from '../support/test.ts'

test('what an answer hangs on follows the pointer, stays in sight, is dimmed and saved', async ({ app }) => {
  const { page } = app
  // So low that the last tags lie far below the picture.
  await page.setViewportSize({ width: 1280, height: 560 })
  await app.openAsVisitor()
  await app.expectStatus('3 pictures ranked')
  await page.getByRole('button', { name: 'See why' }).click()
  const why = page.getByRole('group', { name: 'What the answer hangs on' })
  await expect(why.getByRole('radio', { name: 'At a glance' })).toBeChecked()
  const light = page.getByRole('region', { name: 'Ranking' }).locator('canvas')
  const darkest = () =>
    light.evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      return Array.from(pixels).filter((_, i) => i % 4 === 3)
    })
  const ofAnswer = await darkest()
  expect(ofAnswer).toHaveLength(16)

  const last = page.getByRole('list', { name: 'Tags, best first' }).getByRole('listitem').last()
  await last.scrollIntoViewIfNeeded()
  await last.hover()
  await expect.poll(darkest).not.toEqual(ofAnswer)
  await expect(light).toBeInViewport({ ratio: 1 })

  await why.getByRole('slider', { name: 'Dark around it' }).fill('0')
  await expect.poll(darkest).toEqual(ofAnswer.map(() => 0))

  const saving = page.waitForEvent('download')
  await why.getByRole('button', { name: 'Save the picture with its light' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/^red-car .+\.png$/)
  expect(
    readFileSync(await saved.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
})
