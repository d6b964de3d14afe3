import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { DEFAULT_HUB_ID, hubSource } from '../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../core/model/model-source'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../testing/fakes/fake-ui-platform'
import { sketchPicture } from '../../testing/sketch/sketch-pictures'
import { setViewport } from '../../testing/set-viewport'
import { renderApp } from '../render-app'
import '../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

const CLASSIFIER = 'Xenova/mobilevit-small'
const NAMES = ['car.svg', 'truck.svg', 'truck-2.svg', 'document.svg', 'motorcycle.svg']

/** The page with five pictures and a model that reads tags; a classifier where asked for. */
const setup = async ({ classifier = false } = {}) => {
  await setViewport(1280, 800)
  const { app, whenIdle, site, words } = createFakeApp({ theme: 'light' })
  const { platform, copied, saved } = createFakeUiPlatform()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, platform, site, words))
  await app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
  app.actions.addPictures(NAMES.map((name, i) => sketchPicture(i + 1, name)))
  if (classifier) await app.actions.loadModel(hubSource(HUB_HOST, CLASSIFIER))
  await whenIdle()
  return {
    app,
    whenIdle,
    copied,
    saved,
    mode: (name: 'Tags' | 'ImageNet') => page.getByRole('radio', { name, exact: true }),
    categories: page.getByRole('list', { name: 'Categories', exact: true }),
    ranking: (what: 'Categories' | 'ImageNet classes') =>
      page.getByRole('list', { name: `${what}, best first` }),
    picture: (name: string) => page.getByRole('gridcell', { name: new RegExp(`^${name},`) }),
  }
}

describe('the column of labels', () => {
  it('is the tags’ while a model that reads them answers', async () => {
    const { mode } = await setup()
    await expect.element(mode('Tags')).toBeChecked()
    await expect.element(page.getByRole('textbox', { name: 'Add tags' })).toBeVisible()
  })

  it('offers classifiers where none was loaded yet, and asks before it downloads one', async () => {
    const { mode, app } = await setup()
    await mode('ImageNet').click()
    await page.getByRole('button', { name: /^MobileViT small/ }).click()
    await expect.poll(() => app.store.getState().model.kind).toBe('planned')
  })

  it('enters the mode with a classifier, and leaves it for the model before', async () => {
    const { mode, app, categories, whenIdle } = await setup({ classifier: true })
    await expect.element(mode('ImageNet')).toBeChecked()
    await expect.element(categories.getByText('motorcycle')).toBeVisible()
    await mode('Tags').click()
    await whenIdle()
    await expect.element(page.getByRole('list', { name: 'Tags, best first' })).toBeVisible()
    await mode('ImageNet').click()
    await whenIdle()
    await expect.element(categories).toBeVisible()
    expect(app.store.getState().model.kind).toBe('ready')
  })

  it('counts the pictures of each category and shows only those', async () => {
    const { categories, picture } = await setup({ classifier: true })
    await expect.element(picture('truck.svg')).toHaveAccessibleName(/^truck.svg, truck, .* percent$/)
    const trucks = categories.getByRole('listitem').nth(3).getByRole('button')
    await expect.element(trucks).toHaveTextContent('2')
    await trucks.click()
    await expect.element(picture('car.svg')).not.toBeInTheDocument()
    await expect.element(picture('truck-2.svg')).toBeVisible()
  })
})

describe('the pictures of a classifier', () => {
  it('are filtered by its categories, not by tags', async () => {
    const { picture } = await setup({ classifier: true })
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('menuitemcheckbox', { name: /^document/ }).click()
    await expect.element(picture('car.svg')).not.toBeInTheDocument()
    await expect.element(picture('document.svg')).toBeVisible()
    await page.getByRole('button', { name: 'Stop showing only document' }).click()
    await expect.element(picture('car.svg')).toBeVisible()
  })

  it('are saved with its classes and categories', async () => {
    const { saved } = await setup({ classifier: true })
    await page.getByRole('button', { name: 'Save the results of all pictures' }).click()
    await page.getByRole('menuitem', { name: /^JSON, all in one/ }).click()
    await expect.poll(() => saved.length).toBe(1)
    const { records } = JSON.parse((await saved[0]?.content.text()) ?? '{}') as { records: unknown[] }
    expect(records).toHaveLength(NAMES.length)
    expect(records[0]).toMatchObject({ name: 'car.svg', classes: [{ category: 'car' }, {}, {}, {}, {}] })
    for (const [i, line] of [/^Table/, /^JSON, a line for each/].entries()) {
      await page.getByRole('button', { name: 'Save the results of all pictures' }).click()
      await page.getByRole('menuitem', { name: line }).click()
      await expect.poll(() => saved.length).toBe(i + 2)
    }
    const rows = (await saved[1]?.content.text())?.trimEnd().split('\r\n') ?? []
    expect(rows[0]).toContain('probability of car,')
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(NAMES)
    const lines = (await saved[2]?.content.text())?.trimEnd().split('\n') ?? []
    expect(lines.map((text) => JSON.parse(text) as unknown)).toEqual(records)
  })
})

describe('the ranking of a classifier', () => {
  it('shows the categories beside the classes that they are the sums of', async () => {
    const { picture, ranking, copied } = await setup({ classifier: true })
    await picture('car.svg').click()
    await expect.element(ranking('Categories').getByRole('listitem').first()).toHaveAccessibleName(/^car, /)
    await expect
      .element(ranking('ImageNet classes').getByRole('listitem').first())
      .toHaveAccessibleName(/^sports car, or another word for it, /)
    await page.getByRole('button', { name: 'Copy in another form' }).click()
    await page.getByRole('menuitem', { name: 'JSON', exact: true }).click()
    await expect
      .poll(() => JSON.parse(copied.at(-1) ?? '{}') as unknown)
      .toMatchObject({
        name: 'car.svg',
        classes: [{ class_id: 817, category: 'car', rank: 1 }, {}, {}, {}, {}],
        categories: [{ label: 'car' }, {}, {}, {}, {}, {}],
      })
  })

  it('is copied as VehiCore’s classifier answers, and as the request that asks it', async () => {
    const { picture, copied } = await setup({ classifier: true })
    await picture('truck.svg').click()
    await page.getByRole('button', { name: 'Copy in another form' }).click()
    await page.getByRole('menuitem', { name: 'As VehiCore answers' }).click()
    await expect.element(page.getByText('Copied', { exact: true })).toBeVisible()
    const answer = JSON.parse(copied.at(-1) ?? '{}') as { predictions: { label: string }[] }
    expect(Object.keys(answer)).toEqual(['result', 'confidence', 'model', 'predictions'])
    expect(answer).toMatchObject({ result: 'truck', model: 'vit' })
    expect(answer.predictions.map(({ label }) => label).toSorted()).toEqual([
      'car',
      'document',
      'motorcycle',
      'other',
      'person',
      'truck',
    ])
    await page.getByRole('button', { name: 'Copy in another form' }).click()
    await page.getByRole('menuitem', { name: 'VehiCore request, curl' }).click()
    await expect.poll(() => copied.at(-1)).toContain('/vit?vitModel=Xenova%2Fmobilevit-small')
  })
})

it('a link to a classifier carries its mode and its name, and no tags', async () => {
  const { copied } = await setup({ classifier: true })
  await page.getByRole('button', { name: 'Copy a link' }).click()
  await expect.poll(() => new URL(copied[0] ?? '').search).toBe('?mode=vit&vitModel=Xenova%2Fmobilevit-small')
})
