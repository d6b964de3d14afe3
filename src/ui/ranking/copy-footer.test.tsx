import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
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

/** The page with these pictures, ranked among three tags by the made-up engine; what a picture shows is its name. */
const setup = async (names: readonly string[]) => {
  await setViewport(1280, 900)
  const { app, whenIdle, site, words } = createFakeApp({ tags: ['car', 'truck', 'person'], theme: 'light' })
  const { platform, copied, images } = createFakeUiPlatform()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, platform, site, words))
  await app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
  app.actions.addPictures(names.map((name, i) => sketchPicture(50 + i, name)))
  await whenIdle()
  return { app, copied, images }
}

it('results are copied as people want them first: as text, as an image, as a table', async () => {
  const { copied, images } = await setup(['car-1.svg'])
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(() => copied[0]).toMatch(/^car-1\.svg\ncar: \S+\s%\n/u)
  await expect.element(page.getByText('Copied', { exact: true })).toBeVisible()
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Copy in another form' }).click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  }
  await choose('As a table (CSV)')
  await expect.poll(() => copied[1]).toMatch(/^picture,rank,label,probability\r\ncar-1\.svg,1,car,0\.\d+\r\n/)
  await choose('As an image of picture and bars')
  await expect.poll(() => images.length).toBe(1)
  const drawn = await createImageBitmap(images[0] ?? new Blob())
  expect(drawn.width).toBe(960)
  await page.getByRole('button', { name: 'Copy in another form' }).click()
  const lines = page
    .getByRole('menuitem')
    .elements()
    .map(({ textContent }) => textContent)
  const first = ['As text', 'As an image of picture and bars', 'As a table (CSV)', 'JSON']
  expect(first.filter((name, i) => lines[i]?.startsWith(name))).toEqual(first)
  await expect.element(page.getByText('For developers')).toBeVisible()
  expect((await axe.run(document.body)).violations.map(({ id }) => id)).toEqual([])
})

it('JSON is of the classifier of one’s own while that answers, in step with the bars', async () => {
  const { app, copied } = await setup(['car-1.svg', 'car-2.svg'])
  const { store, selectors, actions } = app
  const [first, second] = store.getState().pictures
  const [, truck, person] = store.getState().tags
  const marks = await actions.marking.load()
  marks.learn()
  marks.mark([second?.id ?? ''], person?.id ?? '', 'yes')
  marks.mark([first?.id ?? ''], truck?.id ?? '', 'yes')
  await expect.poll(() => store.getState().own?.progress).toBeNull()
  await page.getByRole('button', { name: 'Copy in another form' }).click()
  await page.getByRole('menuitem', { name: 'JSON', exact: true }).click()
  await expect.poll(() => copied).toHaveLength(1)
  expect(JSON.parse(copied[0] ?? '')).toMatchObject({
    top: first && selectors.labels(store.getState(), first)[0]?.tag,
    classifier: { id: 'mine', examples: 2 },
  })
  marks.answerBy('words')
  await page.getByRole('button', { name: 'Copy in another form' }).click()
  await page.getByRole('menuitem', { name: 'JSON', exact: true }).click()
  await expect.poll(() => copied).toHaveLength(2)
  expect(copied[1]).not.toContain('classifier')
})

/** How many pixels of a picture have a colour of their own, and not one of greys, as the page around the bars has. */
const countColoured = async (png: Blob, rows: { readonly from: number; readonly to: number }) => {
  const bitmap = await createImageBitmap(png)
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
  context?.drawImage(bitmap, 0, 0)
  const { data = [] } =
    context?.getImageData(0, bitmap.height + rows.from, bitmap.width, rows.to - rows.from) ?? {}
  let coloured = 0
  for (let i = 0; i < data.length; i += 4) {
    const [red = 0, green = 0, blue = 0] = [data[i], data[i + 1], data[i + 2]]
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) coloured += 1
  }
  return coloured
}

it('the copied image has its bars where motion is reduced too', async () => {
  const emulate = (value: 'reduce' | '') =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] })
  const drawn: number[] = []
  for (const motion of ['', 'reduce'] as const) {
    await emulate(motion)
    const { images } = await setup(['car-1.svg'])
    await page.getByRole('button', { name: 'Copy in another form' }).click()
    await page.getByRole('menuitem', { name: 'As an image of picture and bars', exact: true }).click()
    await expect.poll(() => images.length).toBe(1)
    // The three rows of tags stand at the foot of it, below the picture.
    drawn.push(await countColoured(images[0] ?? new Blob(), { from: -172, to: 0 }))
    for (const close of closing.splice(0)) close()
    document.body.replaceChildren()
  }
  await emulate('')
  expect(drawn[0]).toBeGreaterThan(3000)
  expect(drawn[1]).toBe(drawn[0])
})

it('a click on a tag puts what can be done with it beside it', async () => {
  const { app } = await setup(['car-1.svg', 'truck-1.svg'])
  const filter = page.getByRole('button', { name: 'Show only truck', exact: true })
  await expect.element(filter).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'truck', exact: true }).click()
  await expect.element(page.getByRole('button', { name: 'Remove truck' })).toBeVisible()
  await filter.click()
  expect(app.store.getState().filter.answers).toEqual([app.store.getState().tags[1]?.id])
  await page.getByRole('button', { name: 'Edit truck' }).click()
  await expect
    .element(page.getByRole('combobox').or(page.getByRole('textbox', { name: /truck/ })))
    .toHaveFocus()
})
