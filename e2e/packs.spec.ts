import { expect } from '@playwright/test'
import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js'
import { buildColorModel } from '../src/testing/color-model/build-color-model.ts'
import { plainPicture } from './make-pictures.ts'
import { test } from './test.ts'

/** What a hostile pack says that it is: a model of the catalogue, of the hub itself. */
const manifest = JSON.stringify({
  taglens: 1,
  source: {
    kind: 'hub',
    host: 'https://huggingface.co',
    id: 'Xenova/clip-vit-base-patch32',
    revision: 'main',
  },
  revision: 'c0ffee',
  files: [],
})

/** A pack of the colour model, with `change` in place of some of its files. */
const pack = async (change: Readonly<Record<string, string>>): Promise<string> => {
  const writer = new ZipWriter(new BlobWriter(), { level: 0, useWebWorkers: false })
  const files = new Map<string, string | Uint8Array>([...buildColorModel(), ...Object.entries(change)])
  for (const [path, content] of files) {
    const reader =
      typeof content === 'string'
        ? new TextReader(content)
        : new BlobReader(new Blob([Uint8Array.from(content)]))
    await writer.add(path, reader)
  }
  return Buffer.from(await (await writer.close()).arrayBuffer()).toString('base64')
}

test('a pack that says it is the hub’s model is a file of the person’s, wherever a model is named', async ({
  app,
  page,
}) => {
  await app.open()
  const config = JSON.parse(String(buildColorModel().get('config.json'))) as object
  const poses = await pack({
    'config.json': JSON.stringify({ ...config, taglens: { name: 'CLIP ViT-B/32' } }),
    'taglens-model.json': manifest,
  })
  const loaded = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const { key } = await window.taglens.models.import([new File([bytes], 'clip.zip')])
    return window.taglens.loadModel({ key, device: 'wasm' })
  }, poses)
  expect(loaded).toMatchObject({ id: 'file:clip-vit-base-patch32', name: 'clip-vit-base-patch32' })

  const { name, buffer } = plainPicture('green')
  const record = await page.evaluate(
    async ([base64, file]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const [first] = await window.taglens.classify([new File([bytes], file)], { labels: ['green', 'red'] })
      return first
    },
    [buffer.toString('base64'), name] as const,
  )
  expect(record).toMatchObject({ model: { id: 'file:clip-vit-base-patch32', verified: false } })

  const chip = page.getByRole('button', { name: /^Model: clip-vit-base-patch32.*your own file/ })
  await chip.click()
  const says = 'it says it is CLIP ViT-B/32 of huggingface.co, which is not confirmed'
  const panel = page.getByRole('dialog', { name: 'Model' })
  await expect(panel.getByText(new RegExp(says))).toBeVisible()
  await expect(panel.getByText('MIT')).toBeHidden()
  await panel.getByRole('radio', { name: 'On this device' }).check()
  await expect(panel.getByText('says it is CLIP ViT-B/32 of huggingface.co')).toBeVisible()
})

test('a pack that cannot run is not kept, and the reason is said', async ({ app, page }) => {
  await app.open()
  const broken = await pack({ 'onnx/vision_model.onnx': 'This is no graph.' })
  const refused = page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    await window.taglens.models.import([new File([bytes], 'broken.zip')])
  }, broken)
  await expect(refused).rejects.toThrow(/is not what it should be: opening the model/)
  expect(await page.evaluate(() => window.taglens.models.list())).toEqual([])
})
