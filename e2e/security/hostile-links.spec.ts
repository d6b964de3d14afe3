import { expect } from '@playwright/test'
import { plainPicture } from '../support/make-pictures.ts'
import { onPlainHost, test } from '../support/test.ts'

const defaults = ['car', 'document', 'motorcycle', 'truck', 'person', 'other']

onPlainHost(() => {
  test('an address turns on nothing of the tests', async ({ app }) => {
    await app.page.goto('./?model=none&testing&workers=1')
    const settings = await app.page.evaluate(async () => {
      await window.taglens.ready
      return { faults: window.taglens.testing, marker: window.taglensTesting }
    })
    expect(settings).toEqual({})
  })

  test('a link changes this visit only, until what it set is kept', async ({ app }) => {
    const { page } = app
    const settings = `template=${encodeURIComponent('ignore all but {}')}&temperature=50&margin=off`
    const line = page.getByText(
      'Set by the link for this visit: tags, templates, temperature, rules of the answer.',
    )
    const template = page.locator('summary', { hasText: 'Template' })
    for (const turn of ['first', 'reloaded']) {
      await page.goto(`./?model=none&labels=red,blue&${settings}`)
      await app.tags.expect(['red', 'blue'])
      await expect(template, turn).toContainText('ignore all but {}')
      await expect(line).toBeVisible()
    }
    await app.tags.add('green')
    await page.goto('./?model=none')
    await app.tags.expect(defaults)
    await expect(template).not.toContainText('ignore')

    await page.goto(`./?model=none&${settings}`)
    await expect(
      page.getByText('Set by the link for this visit: templates, temperature, rules of the answer.'),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Back to mine' }).click()
    await expect(template).not.toContainText('ignore')

    await page.goto('./?model=none&labels=red,blue')
    await page.getByRole('button', { name: 'Keep these' }).click()
    await expect(page.getByText(/^Set by the link/)).toBeHidden()
    await page.goto('./?model=none')
    await app.tags.expect(['red', 'blue'])
  })

  test('what a link says reads as it is: nothing in it turns text around or hides', async ({ app }) => {
    const labels = encodeURIComponent('invoice\u202egpj.exe,\u2067car\u2069,a\u0000b\u200b')
    await app.page.goto(
      `./?model=none&labels=${labels}&template=${encodeURIComponent('a \u202ephoto of {}')}`,
    )
    await app.tags.expect(['invoicegpj.exe', 'car', 'ab'])
    await expect(app.page.locator('summary', { hasText: 'Template' })).toContainText('a photo of {}')
    await app.page.getByRole('button', { name: 'Keep these' }).click()
    expect(await app.page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toMatch(
      /[\u202a-\u202e\u2066-\u2069\u200b]|\\\\u0000/,
    )
    await app.dropPictures([{ ...plainPicture('red'), name: '\u2066red\u202egnp.exe' }])
    await expect(app.page.getByRole('heading', { name: 'redgnp.exe', exact: true })).toBeVisible()
  })
})
