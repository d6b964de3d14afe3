import { expect } from '@playwright/test'
import { test } from '../support/test.ts'

test.use({
  permissions: ['camera'],
  launchOptions: async ({ launchOptions }, use) => {
    const args = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] })
  },
})

test('the camera takes a picture at Space, and is off when its dialog closes', async ({ app }) => {
  const { page } = app
  await app.start(['red', 'blue'])
  await page.evaluate(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (asked) => {
      const stream = await open(asked)
      document.documentElement.dataset.camera = 'on'
      const [track] = stream.getVideoTracks()
      const stop = track!.stop.bind(track)
      track!.stop = () => {
        stop()
        document.documentElement.dataset.camera = track!.readyState
      }
      return stream
    }
  })
  await page.getByRole('button', { name: 'Camera' }).click()
  const video = page.getByLabel('What the camera sees')
  await expect.poll(() => video.evaluate((shown: HTMLVideoElement) => shown.videoWidth)).toBeGreaterThan(0)
  await page.keyboard.press('Space')
  await expect(page.getByText('1 picture taken')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('html')).toHaveAttribute('data-camera', 'ended')
  await app.expectStatus('1 picture ranked')
  await expect(page.getByRole('heading', { name: /^Camera \d{4}-\d\d-\d\d/ })).toBeVisible()
})
