import { expect, type Page } from '@playwright/test'
import { test } from '../support/installed-test.ts'
import { plainPicture } from '../support/make-pictures.ts'

interface PostedFile {
  readonly name: string
  readonly type: string
  readonly base64: string
  /** How many bytes of nothing follow. */
  readonly padding?: number
}

/** Posts a form of files from a page of another site, in a tab of its own. */
const post = async (stranger: Page, action: string, files: readonly PostedFile[]): Promise<Page> => {
  const opened = stranger.context().waitForEvent('page')
  await stranger.evaluate(
    ({ action, files }) => {
      const form = document.createElement('form')
      Object.assign(form, { action, method: 'post', enctype: 'multipart/form-data', target: '_blank' })
      const input = Object.assign(document.createElement('input'), { type: 'file', name: 'pictures' })
      input.multiple = true
      const held = new DataTransfer()
      for (const { name, type, base64, padding = 0 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        held.items.add(new File([bytes, new Uint8Array(padding)], name, { type }))
      }
      input.files = held.files
      form.append(input)
      document.body.append(form)
      form.submit()
    },
    { action, files },
  )
  return opened
}

test('what another site posts waits for the person, is held to pictures and limits, and is not kept', async ({
  installed,
  hub,
}) => {
  const app = await installed.visit()
  await app.page.close()
  const stranger = await installed.context.newPage()
  await stranger.goto(`${hub.origin}/embedder.html`)
  const action = `${installed.site.url}share`
  const red = plainPicture('red').buffer.toString('base64')
  const pictures = Array.from({ length: 60 }, (_, i) => ({
    name: `${i}.png`,
    type: 'image/png',
    base64: red,
  }))
  const html = btoa('<!doctype html><script>1</script>')
  const others = [
    { name: 'page.png', type: 'image/png', base64: html },
    { name: 'untyped.png', type: 'application/octet-stream', base64: html },
    { name: 'red.html', type: 'text/html', base64: red },
  ]
  const tab = await post(stranger, action, [...pictures, ...others])
  const isKept = () => tab.evaluate(() => caches.has('taglens-inbox /taglens/'))
  await expect(
    tab.getByText('60 pictures were sent by another app or site. Add them? 3 other files were left out.'),
  ).toBeVisible()
  const picture = tab.getByRole('gridcell', { name: /^0\.png/ })
  await expect(picture).toHaveCount(0)
  expect(await isKept()).toBe(false)
  await tab.getByRole('button', { name: 'Discard' }).click()
  await expect(tab.getByText(/were sent by another app or site/)).toBeHidden()
  await expect(picture).toHaveCount(0)

  const next = await post(stranger, action, [
    { name: 'huge.png', type: 'image/png', base64: red, padding: 100 * 2 ** 20 },
  ])
  await expect(next.getByText(/^What another app or site sent was not added/)).toBeVisible()
  expect(await isKept()).toBe(false)
})
