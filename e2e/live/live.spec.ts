import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { drawVideo } from '../../scripts/fixtures/draw-video.ts'
import { colours } from '../../src/testing/color-model/colours.ts'
import { axeViolations } from '../accessibility/axe-violations.ts'
import { test } from '../support/test.ts'

test.use({
  permissions: ['camera'],
  launchOptions: async ({ launchOptions }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'taglens-camera-'))
    const video = path.join(folder, 'camera.y4m')
    writeFileSync(video, drawVideo({ width: 320, height: 240 }, [() => colours.red, () => colours.blue], 2))
    const args = [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${video}`,
    ]
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] })
    rmSync(folder, { recursive: true })
  },
})

/** Lets the page tell how its camera is: `live` or `ended`. */
const watchCamera = (page: Page) =>
  page.evaluate(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (asked) => {
      const stream = await open(asked)
      const [track] = stream.getVideoTracks()
      const tell = () => {
        document.documentElement.dataset.camera = track!.readyState
      }
      const stop = track!.stop.bind(track)
      track!.stop = () => {
        stop()
        tell()
      }
      tell()
      return stream
    }
  })

/** The verdicts of the live view from now on, each with how many frames had been ranked when it came. */
const followVerdicts = (page: Page, count: number) =>
  page.evaluate(
    (wanted) =>
      new Promise<{ tag: string; frames: number }[]>((resolve) => {
        const heard: { tag: string; frames: number }[] = []
        const look = () => {
          const ranking = document.querySelector<HTMLElement>('[data-frames]')
          const tag = ranking?.querySelector('[aria-live]')?.textContent ?? ''
          if (tag === '' || tag === heard.at(-1)?.tag) return
          heard.push({ tag, frames: Number(ranking?.dataset.frames) })
          if (heard.length < wanted) return
          watching.disconnect()
          resolve(heard)
        }
        const watching = new MutationObserver(look)
        watching.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        })
        look()
      }),
    count,
  )

test('a camera is ranked as it runs, frames are kept, and it is off when the view closes', async ({
  app,
}) => {
  const { page } = app
  await app.start(['red', 'blue'])
  await watchCamera(page)
  await page.getByRole('button', { name: 'Live camera or video' }).click()
  await expect(page.getByRole('dialog', { name: 'Live' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-camera', 'live')

  // Each colour is shown for two seconds, over and over.
  const verdicts = await followVerdicts(page, 4)
  const tags = verdicts.map(({ tag }) => tag)
  expect(tags.slice(1)).toEqual(tags[0] === 'red' ? ['blue', 'red', 'blue'] : ['red', 'blue', 'red'])
  // One change a scene, and frames in each of them: nothing flickers, nothing stands.
  for (const [i, { frames }] of verdicts.entries())
    if (i > 0) expect(frames).toBeGreaterThan(verdicts[i - 1]!.frames)
  await expect(page.getByText(/ frames a second$/)).toBeVisible()

  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('dialog').press('Space')
  await expect(page.getByText('1 frame kept')).toBeVisible()
  await page.getByLabel('Keep frames by themselves').selectOption({ label: 'When it is blue' })
  await expect(page.getByText('2 frames kept')).toBeVisible()
  const stats = await page.evaluate(() => window.taglens.stats())

  await page.keyboard.press('Escape')
  await expect(page.locator('html')).toHaveAttribute('data-camera', 'ended')
  await app.expectStatus('2 pictures ranked')
  // What is live is neither counted as pictures nor undone: each frame that was kept is.
  expect(stats.pictureEncodes).toBeLessThanOrEqual(2)
  await expect(page.getByRole('gridcell', { name: /^Camera \d{4}-\d\d-\d\d.*, blue, / })).not.toHaveCount(0)
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await app.expectStatus('1 picture ranked')
})

test('a frame can be kept without scrolling on a phone; the camera is off while the page is out of sight, and on again with it', async ({
  app,
}) => {
  const { page } = app
  await app.start(['red', 'blue'])
  await watchCamera(page)
  await page.getByRole('button', { name: 'Live camera or video' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-camera', 'live')
  await test.step('a frame can be kept without scrolling on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await expect(page.locator('[data-frames]').getByText('red', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Keep this frame' })).toBeInViewport({ ratio: 1 })
    await expect(page.locator('video')).toBeInViewport({ ratio: 1 })
    await page.setViewportSize({ width: 1280, height: 800 })
  })
  await test.step('the camera is off while the page is out of sight, and on again with it', async () => {
    const show = (state: 'hidden' | 'visible') =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibility })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await show('hidden')
    await expect(page.locator('html')).toHaveAttribute('data-camera', 'ended')
    await show('visible')
    await expect(page.locator('html')).toHaveAttribute('data-camera', 'live')
    await expect(page.getByText(/ frames a second$/)).toBeVisible()
    // Another source in its place turns it off, too.
    await page.getByRole('radio', { name: 'Video' }).check()
    await expect(page.locator('html')).toHaveAttribute('data-camera', 'ended')
  })
})

test('a tag is held by pointer or by key, and what the camera sees meanwhile is examples of it, a hold at a time', async ({
  app,
}) => {
  const { page } = app
  await app.start(['this', 'that'])
  await page.getByRole('button', { name: 'Live camera or video' }).click()
  const tags = page.getByRole('group', { name: 'Hold a tag for examples of it' })
  const tag = (name: string) => tags.getByRole('button', { name })
  await expect(tag('this')).toBeEnabled()
  await tag('this').hover()
  await page.mouse.down()
  await expect(tag('this')).toHaveAttribute('aria-pressed', 'true')
  // The colour changes every two seconds; between changes all frames look the same.
  await expect(page.getByText('3 frames are examples of this')).toBeVisible()
  await page.mouse.up()
  await expect(tag('this')).toHaveAttribute('aria-pressed', 'false')
  await tag('that').focus()
  await page.keyboard.down('Space')
  await expect(page.getByText('2 frames are examples of that')).toBeVisible()
  await page.keyboard.up('Space')
  await expect(tag('that')).toHaveAttribute('aria-pressed', 'false')
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await app.expectStatus('5 pictures ranked')
  await app.whenIdle()
  await page.getByRole('gridcell').first().click()
  // Both have seen the same two colours, whose frames are the same bytes: what was said last is what holds.
  const strip = page.getByRole('status').filter({ hasText: /example/ })
  await expect(strip).toContainText('this 0/3, that 2/3')
  await page.keyboard.press('Control+z')
  await app.expectStatus('3 pictures ranked')
  await expect(strip).toContainText('this 2/3, that 0/3')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('gridcell')).toHaveCount(0)
})
