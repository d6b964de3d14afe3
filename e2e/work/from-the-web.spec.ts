import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { AppPage } from '../support/app-page.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { onEachHost, requireFixtures, test } from '../support/test.ts'

/** Lets go over the page what a drag from another tab holds, by type. */
const dropTexts = async (page: Page, texts: Readonly<Record<string, string>>) => {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer()
    for (const [type, text] of Object.entries(given)) data.setData(type, text)
    return data
  }, texts)
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', event, { dataTransfer: transfer })
}

const pasteText = (page: Page, text: string) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', given)
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

onEachHost(() => {
  test('an address that is pasted, typed as a tag or in its dialog becomes a picture, or says why not, and waits while the airplane switch is on', async ({
    app,
    hub,
  }) => {
    const { page } = app
    await app.start(['red', 'blue'])
    await pasteText(page, `${hub.origin}/open/red.png`)
    await app.expectBest('red')
    await app.tags.field.fill(`${hub.origin}/open/red.png?again`)
    await app.tags.field.press('Enter')
    await app.expectStatus('2 pictures ranked')

    // The one answers and lets no other page read it; the other does not answer.
    await page.getByRole('button', { name: 'More ways to add pictures' }).click()
    await page.getByRole('menuitem', { name: 'Web address' }).click()
    const field = page.getByRole('textbox', { name: /The address of a picture/ })
    await field.fill('red car')
    await field.press('Enter')
    await expect(page.getByText('This is not a web address: red car')).toBeVisible()
    await field.fill(`${hub.origin}/guarded/red.png`)
    await field.press('Enter')
    await expect(page.getByText('IMAGE_FETCH_BLOCKED')).toBeVisible()
    await expect(
      page.getByText(/does not let other pages read .* Copy the picture there and paste it here/),
    ).toBeVisible()
    await page.route('**/silent.png', (route) => route.abort('namenotresolved'))
    await pasteText(page, `${hub.origin}/silent.png`)
    await expect(page.getByText(/The host could not be reached: .*silent\.png/)).toBeVisible()

    await expect(app.tags.rows).toHaveCount(2)
    await app.expectStatus('2 pictures ranked')

    await test.step('the airplane switch holds an address, and reads it when it is off', async () => {
      await app.removePictures()
      const setSwitch = async (on: boolean) => {
        await page.getByRole('button', { name: /^Privacy/ }).click()
        await page.getByRole('checkbox', { name: /^Airplane switch/ }).setChecked(on)
        await page.keyboard.press('Escape')
      }
      await setSwitch(true)
      await pasteText(page, `${hub.origin}/open/red.png`)
      await expect(page.getByText(/^Paused: the airplane switch is on\. The picture from/)).toBeVisible()
      await setSwitch(false)
      await app.expectStatus('1 picture ranked')
      await app.expectBest('red')
    })
  })
})

test('a picture dragged from another tab is read once its host lets it be, and is never a tag', async ({
  page,
  hub,
}) => {
  const fixtures = path.join(requireFixtures(), 'field')
  const drag = JSON.parse(readFileSync(path.join(fixtures, 'drag_from_tab/drop.json'), 'utf8')) as Record<
    string,
    string
  >
  const app = new AppPage(page, hub.origin)
  await app.start(['red', 'blue'])
  await page.route('https://pictures.example/**', (route) =>
    route.fulfill({
      body: plainPicture('red').buffer,
      contentType: 'image/png',
      headers: { 'Access-Control-Allow-Origin': '*' },
    }),
  )
  await dropTexts(page, drag)
  await expect(page.getByRole('heading', { name: 'a.jpg' })).toBeVisible()
  await app.expectBest('red')
  await expect(app.tags.rows).toHaveCount(2)
  await dropTexts(page, { 'text/plain': 'green' })
  await expect(app.tags.button('green')).toBeVisible()
})
