import { expect } from '@playwright/test'
import { test } from '../support/test.ts'

const defaults = ['car', 'document', 'motorcycle', 'truck', 'person', 'other']

test('a link opens its picture among its tags, says so, and sends nothing along', async ({ app, hub }) => {
  const asking = app.page.waitForRequest(`${hub.origin}/open/red.png`)
  const labels = encodeURIComponent('car,"motorcycle, parked",tree')
  await app.page.goto(
    `./?url=${encodeURIComponent(`${hub.origin}/open/red.png`)}&labels=${labels}&labels=dog`,
  )
  await app.tags.expect(['car', 'motorcycle, parked', 'tree', 'dog'])
  await expect(app.page.getByText('Set by the link for this visit: tags.')).toBeVisible()
  await app.whenIdle()
  await expect(app.page.getByRole('heading', { name: 'red.png' })).toBeVisible()
  const sent = await (await asking).allHeaders()
  expect([sent.referer, sent.cookie, sent.authorization]).toEqual([undefined, undefined, undefined])
  await app.page.getByRole('button', { name: 'Back to mine' }).click()
  await app.tags.expect(defaults)
})

test('a host that lets no one read gives a way on, and a link that is wrong says what', async ({
  app,
  hub,
}) => {
  await app.page.goto(`./?url=${encodeURIComponent(`${hub.origin}/guarded/red.png`)}`)
  await expect(
    app.page.getByText(/does not let other pages read this picture.*paste it here, or save it/),
  ).toBeVisible()
  await app.page.goto('./?url=https://user:secret@example.org/a.png&labels=car')
  await expect(app.page.getByText(/not an http\(s\) address without a user name/)).toBeVisible()
  await app.tags.expect(defaults)
})

test('a link to a model loads it at once where it is here, in its mode; another is offered', async ({
  app,
}) => {
  await app.open()
  await test.step('a classifier that is here loads at once, another is offered', async () => {
    await app.loadFromHub('test/imagenet-colors')
    const imagenet = app.page.getByRole('radio', { name: 'ImageNet' })

    await app.page.goto('./?mode=vit&vitModel=test/imagenet-colors')
    await expect(app.page.getByRole('list', { name: 'Categories', exact: true })).toBeVisible()
    await expect(imagenet).toBeChecked()
    expect(await app.page.evaluate(() => window.taglens.model())).toMatchObject({ task: 'fixed-labels' })

    // Whatever else is asked for is the other mode's.
    await app.page.goto('./?mode=vit&vitModel=owner/elsewhere&clipModel=owner/clip&labels=a,b')
    await expect(imagenet).toBeChecked()
    await expect(
      app.page.getByText(/asks for the model owner\/elsewhere, which may have to be downloaded/),
    ).toBeVisible()
    await expect(app.page.getByRole('heading', { name: 'Choose a classifier' })).toBeVisible()
    await app.whenIdle()
    expect(await app.page.evaluate(() => window.taglens.model())).toMatchObject({ task: 'zero-shot' })
  })
  await test.step('a model of tags loads at once where it is here', async () => {
    await app.loadFromHub('test/colours')
    await app.page.goto('./?clipModel=test/colours&labels=red,blue')
    await expect.poll(() => app.page.evaluate(() => window.taglens.model()?.name)).toBe('Colour model')
    await app.tags.expect(['red', 'blue'])
  })
})
