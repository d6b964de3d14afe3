import { expect, type Page } from '@playwright/test'
import { test } from '../support/test.ts'

test.use({
  permissions: ['camera'],
  launchOptions: async ({ launchOptions }, use) => {
    // Two cameras and a window that is chosen at once; each shows a green drawing that moves.
    const args = ['--use-fake-device-for-media-stream=device-count=2', '--use-fake-ui-for-media-stream']
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] })
  },
})

/** Has the page note each camera and window that it opens, and say on its root element which are on. */
const watchStreams = (page: Page) =>
  page.evaluate(() => {
    const { mediaDevices } = navigator
    const opened: MediaStreamTrack[] = []
    const note = async (opening: Promise<MediaStream>) => {
      const stream = await opening
      opened.push(...stream.getVideoTracks())
      return stream
    }
    const camera = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = (asked) => note(camera(asked))
    const display = mediaDevices.getDisplayMedia.bind(mediaDevices)
    mediaDevices.getDisplayMedia = (asked) => note(display(asked))
    setInterval(() => {
      const on = opened.filter(({ readyState }) => readyState === 'live')
      document.documentElement.dataset.on = on.map(({ label }) => label).join(', ')
    }, 50)
  })

/** Has the two cameras look to the front and back, and be asked for by that, as those of a phone are. */
const holdAsPhone = (page: Page) =>
  page.evaluate(async () => {
    const { mediaDevices } = navigator
    const cameras = (await mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput')
    const facing = ['environment', 'user']
    const settings = MediaStreamTrack.prototype.getSettings
    MediaStreamTrack.prototype.getSettings = function () {
      const told = settings.call(this)
      const index = cameras.findIndex(({ deviceId }) => deviceId === told.deviceId)
      return index === -1 ? told : { ...told, facingMode: facing[index]! }
    }
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = (asked) => {
      const video = asked?.video
      if (typeof video !== 'object' || typeof video.facingMode !== 'string') return open(asked)
      const { deviceId } = cameras[facing.indexOf(video.facingMode)]!
      return open({ video: { deviceId: { exact: deviceId } } })
    }
  })

/** A video of one second, recorded by the page from a canvas. */
const recordVideo = (page: Page, colour: string) =>
  page.evaluate(async (fill) => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 160, height: 120 })
    const context = canvas.getContext('2d')!
    const stream = canvas.captureStream(10)
    const recorder = new MediaRecorder(stream, { mimeType: 'video/webm' })
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    const stopped = new Promise((resolve) => (recorder.onstop = resolve))
    recorder.start()
    // A canvas that does not change gives no frame.
    for (let i = 0; i < 12; i += 1) {
      context.fillStyle = fill
      context.fillRect(0, 0, 160, 120)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    recorder.stop()
    await stopped
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
    return bytes.reduce((text, byte) => text + String.fromCharCode(byte), '')
  }, colour)

const openLive = async (page: Page) => {
  await page.getByRole('button', { name: 'Live camera or video' }).click()
  await expect(page.getByRole('dialog', { name: 'Live' })).toBeVisible()
}

const verdict = (page: Page) => page.locator('[data-frames] [aria-live]')

test('another camera takes the place of the first, a window that of both, and all are off in the end', async ({
  app,
}) => {
  const { page } = app
  const root = page.locator('html')
  await app.start(['red', 'green', 'blue'])
  await watchStreams(page)
  await openLive(page)
  await expect(root).toHaveAttribute('data-on', 'fake_device_0')
  await expect(verdict(page)).toHaveText('green')
  await page.getByLabel('Camera', { exact: true }).last().selectOption({ label: 'fake_device_1' })
  await expect(root).toHaveAttribute('data-on', 'fake_device_1')
  await expect(verdict(page)).toHaveText('green')

  await page.getByRole('radio', { name: 'Window' }).check()
  await expect(root).toHaveAttribute('data-on', '')
  await page.getByRole('button', { name: 'Choose a window' }).click()
  await expect(root).toHaveAttribute('data-on', /^screen/)
  await expect(verdict(page)).toHaveText('green')
  await page.keyboard.press('Escape')
  await expect(root).toHaveAttribute('data-on', '')
})

test('a phone turns from the camera at its back to the one at its front and back again', async ({ app }) => {
  const { page } = app
  const root = page.locator('html')
  await app.start(['red', 'green', 'blue'])
  await watchStreams(page)
  await holdAsPhone(page)
  await openLive(page)
  await expect(root).toHaveAttribute('data-on', 'fake_device_0')
  const turn = page.getByRole('button', { name: 'Turn to the other camera' })
  await turn.click()
  await expect(root).toHaveAttribute('data-on', 'fake_device_1')
  await expect(verdict(page)).toHaveText('green')
  await turn.click()
  await expect(root).toHaveAttribute('data-on', 'fake_device_0')
  await page.keyboard.press('Escape')
  await expect(root).toHaveAttribute('data-on', '')
})

test('a video that is dropped by itself is ranked live, and beside pictures it is left out', async ({
  app,
}) => {
  const { page } = app
  await app.start(['red', 'green', 'blue'])
  const buffer = Buffer.from(await recordVideo(page, 'rgb(0, 0, 255)'), 'latin1')
  const video = { name: 'sky.webm', mimeType: 'video/webm', buffer }
  await app.dropPictures([video])
  await expect(page.getByRole('dialog', { name: 'Live' })).toBeVisible()
  await expect(verdict(page)).toHaveText('blue')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('gridcell')).toHaveCount(0)

  await app.dropPictures([video, { ...video, name: 'sea.webm' }])
  await page.getByRole('button', { name: 'Show which' }).click()
  await expect(page.getByText('A video: drop it by itself to rank it live')).toHaveCount(2)
})
