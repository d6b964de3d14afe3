import { expect } from '@playwright/test'
import { packColours, packInItsPlace, packsBeyondLimits, packThatPoses } from './hostile-packs.ts'
import { plainPicture } from './make-pictures.ts'
import { onEachHost, test } from './test.ts'

onEachHost(() => {
  test('a pack that says it is the hub’s model is a file of the person’s, wherever a model is named', async ({
    app,
    page,
  }) => {
    await app.open()
    const poses = await packThatPoses()
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
    await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      await window.taglens.models.import([new File([bytes], 'colours.zip')])
    }, pack)
    const after = await list()
    expect(after).toHaveLength(2)
    const [own] = after.filter(({ key }) => key !== stored!.key)
    expect(own).toMatchObject({ source: { kind: 'disk' } })
    const hashes = ({ files }: { readonly files: readonly { readonly sha256: string }[] }) =>
      files.map(({ sha256 }) => sha256)
    expect(hashes(after.find(({ key }) => key === stored!.key)!)).toEqual(hashes(stored!))
    expect(hashes(own!)).not.toEqual(hashes(stored!))
  })

  test('a pack beyond what any model needs is refused by name, and nothing of it is kept', async ({
    app,
    page,
  }) => {
    await app.open()
    for (const { fault, pack, file } of await packsBeyondLimits()) {
      const refused = page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        await window.taglens.models.import([new File([bytes], 'pack.zip')])
      }, pack)
      await expect(refused, fault).rejects.toThrow(file)
      expect(await page.evaluate(() => window.taglens.models.list()), fault).toEqual([])
    }
  })
})

test('a pack that cannot run is not kept, and the reason is said', async ({ app, page }) => {
  await app.open()
  const broken = await packColours({ 'onnx/vision_model.onnx': 'This is no graph.' })
  const refused = page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    await window.taglens.models.import([new File([bytes], 'broken.zip')])
  }, broken)
  await expect(refused).rejects.toThrow(/is not what it should be: opening the model/)
  expect(await page.evaluate(() => window.taglens.models.list())).toEqual([])
})
