import { expect, type Page } from '@playwright/test'
import { packColours, packInItsPlace, packsBeyondLimits, packThatPoses } from './hostile-packs.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

/** Keeps a pack, given in base64, as a program does. */
const importPack = (page: Page, name: string, pack: string) =>
  page.evaluate(
    ([file, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      return window.taglens.models.import([new File([bytes], file)])
    },
    [name, pack] as const,
  )

test('a pack that says it is the hub’s model is a file of the person’s, wherever a model is named', async ({
  app,
  page,
}) => {
  await app.open()
  const poses = await packThatPoses()
  const { key } = await importPack(page, 'clip.zip', poses)
  const loaded = await page.evaluate((own) => window.taglens.loadModel({ key: own, device: 'wasm' }), key)
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
  await panel.getByText('Details', { exact: true }).click()
  await expect(panel.getByText('Not known; see the model’s page')).toBeVisible()
  await expect(panel.getByText('MIT')).toBeHidden()
  await panel.getByRole('radio', { name: 'On this device' }).check()
  await expect(panel.getByText('says it is CLIP ViT-B/32 of huggingface.co')).toBeVisible()
})

test('a pack that names a stored model and its commit replaces none of its files', async ({
  app,
  page,
  hub,
}) => {
  await app.open()
  await app.loadFromHub('test/colours')
  const list = () => page.evaluate(() => window.taglens.models.list())
  const [stored, ...others] = await list()
  expect(others).toEqual([])
  const pack = await packInItsPlace(hub.origin, 'test/colours', stored!.revision)
  await importPack(page, 'colours.zip', pack)
  const after = await list()
  expect(after).toHaveLength(2)
  const [own] = after.filter(({ key }) => key !== stored!.key)
  expect(own).toMatchObject({ source: { kind: 'disk' } })
  const hashes = ({ files }: { readonly files: readonly { readonly sha256: string }[] }) =>
    files.map(({ sha256 }) => sha256)
  expect(hashes(after.find(({ key }) => key === stored!.key)!)).toEqual(hashes(stored!))
  expect(hashes(own!)).not.toEqual(hashes(stored!))
})

test('a pack beyond what any model needs, or that cannot run, is refused by name and not kept', async ({
  app,
  page,
}) => {
  await app.open()
  for (const { fault, pack, file } of await packsBeyondLimits()) {
    await expect(importPack(page, 'pack.zip', pack), fault).rejects.toThrow(file)
    expect(await page.evaluate(() => window.taglens.models.list()), fault).toEqual([])
  }
  const broken = await packColours({ 'onnx/vision_model.onnx': 'This is no graph.' })
  await expect(importPack(page, 'broken.zip', broken)).rejects.toThrow(
    /onnx\/vision_model\.onnx is not what it should be/,
  )
  expect(await page.evaluate(() => window.taglens.models.list())).toEqual([])
})
