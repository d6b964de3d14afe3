import { afterEach, expect, it } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'
import { DEFAULT_HUB_ID, hubSource } from '../../../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../../../core/model/model-source'
import { createFakeApp } from '../../../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../../../testing/fakes/fake-ui-platform'
import { setViewport } from '../../../../testing/set-viewport'
import { sketchPicture } from '../../../../testing/sketch/sketch-pictures'
import { renderApp } from '../../../render-app'
import '../../../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

const ofSize = (name: string, width: number, height: number) =>
  new File([`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"/>`], name, {
    type: 'image/svg+xml',
  })

const drawings = ['car.svg', 'truck.svg', 'person.svg'].map((name, i) => sketchPicture(50 + i, name))

/** The page with one of these pictures large. A look at a picture takes as long as the test says. */
const setup = async (pictures: readonly File[] = drawings, [width, height] = [1280, 800]) => {
  await setViewport(width, height)
  let lookTime = 0
  const { app, site, words, whenIdle } = createFakeApp({ encodeTime: () => lookTime })
  const { platform, saved } = createFakeUiPlatform()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, platform, site, words))
  await app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
  app.actions.addPictures(pictures)
  await whenIdle()
  return {
    ...{ app, saved },
    looksNeverEnd: () => {
      lookTime = Infinity
    },
    looksEndAtOnce: () => {
      lookTime = 0
    },
  }
}

const openFirst = async () => {
  await page.getByRole('grid', { name: 'Pictures' }).getByRole('gridcell').first().dblClick()
  await expect.element(page.getByRole('group', { name: 'Large picture' })).toHaveFocus()
}

const why = page.getByRole('group', { name: 'What the answer hangs on' })
const stop = why.getByRole('button', { name: 'Stop' })
const dark = why.getByRole('slider', { name: 'Dark around it' })

/** The label that is asked about: the whole of what may be cut. */
const asked = () =>
  why
    .getByRole('button', { pressed: true })
    .element()
    .querySelector('[data-tip-cut]')
    ?.getAttribute('data-tip-cut')

const light = () => document.querySelector<HTMLCanvasElement>('canvas[aria-hidden]')

/** How dark each cell of the light is, 0 to 255; none where there is no light. */
const darkness = (): number[] => {
  const canvas = light()
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
  return Array.from(pixels).filter((_, i) => i % 4 === 3)
}

/** Presses Tab, or Shift and Tab, until something has focus. */
const tabTo = async (target: Locator, keys = '{Tab}') => {
  await expect.element(target).toBeVisible()
  for (let presses = 0; presses < 40 && document.activeElement !== target.element(); presses += 1)
    await userEvent.keyboard(keys)
  expect(document.activeElement).toBe(target.element())
}

it('is found, turned down, saved, found by covering and stopped by keys alone', async () => {
  const { saved, looksNeverEnd, looksEndAtOnce } = await setup()
  await openFirst()
  await userEvent.keyboard('w')
  await expect.poll(darkness).toHaveLength(49)
  const ofAnswer = darkness()
  expect(Math.max(...ofAnswer)).toBeGreaterThan(100)

  const other = why.getByRole('button', { pressed: false }).nth(1)
  await tabTo(other)
  await userEvent.keyboard('{Enter}')
  await expect.poll(darkness).not.toEqual(ofAnswer)
  const tag = asked()
  const table = why.getByRole('table', { name: `Places by how much “${tag}” hangs on them` })
  expect(table.getByRole('row').elements()).toHaveLength(1 + 9)
  await expect.element(table.getByRole('row').nth(1)).toHaveTextContent('100 percent')

  await tabTo(dark)
  const before = darkness()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.poll(() => Math.max(...darkness())).toBeLessThan(Math.max(...before))
  await expect.element(page.getByRole('img', { name: 'car.svg' })).toBeVisible()
  await tabTo(why.getByRole('button', { name: 'Save the picture with its light' }))
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => saved.map(({ name, content }) => [name, content.type]))
    .toEqual([[`car ${tag}.png`, 'image/png']])

  const writing = why.getByRole('button', { name: 'Does writing decide?' })
  await tabTo(writing)
  await userEvent.keyboard('{Enter}')
  await expect.element(why.getByRole('status')).toHaveTextContent('No sign that writing decides.')
  await expect.element(writing).toHaveFocus()

  await tabTo(why.getByRole('radio', { name: 'At a glance' }), '{Shift>}{Tab}{/Shift}')
  looksNeverEnd()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(why.getByRole('radio', { name: 'By covering' })).toHaveFocus()
  await expect.element(why.getByRole('progressbar')).toBeInTheDocument()
  await tabTo(stop)
  await userEvent.keyboard('{Enter}')
  // What is known at a glance is there at once.
  await expect.element(why.getByRole('radio', { name: 'At a glance' })).toBeChecked()
  await expect.poll(darkness).toHaveLength(49)
  const toggle = page.getByRole('button', { name: 'See why' })
  await expect.element(toggle).toHaveFocus()
  await expect.element(toggle).toHaveAttribute('aria-pressed', 'true')

  // Closed and opened, covering does not begin by itself.
  await userEvent.keyboard('{Enter}')
  await expect.element(why).not.toBeInTheDocument()
  expect(light()).toBeNull()
  await userEvent.keyboard('{Enter}')
  await expect.poll(darkness).toHaveLength(49)
  looksEndAtOnce()
  await tabTo(why.getByRole('radio', { name: 'At a glance' }), '{Shift>}{Tab}{/Shift}')
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(darkness).toHaveLength(36)
})

it('lies over the model’s view as well, of the same label', async () => {
  await setup()
  await openFirst()
  await userEvent.keyboard('w')
  await expect.poll(darkness).toHaveLength(49)
  const overPicture = darkness()
  await userEvent.keyboard('m')
  const view = page.getByRole('img', { name: 'car.svg as the model saw it' })
  await expect.element(view).toBeVisible()
  await expect.poll(darkness).toEqual(overPicture)
  const [lit, seen] = [light()?.getBoundingClientRect(), view.element().getBoundingClientRect()]
  expect([lit?.width, lit?.height]).toEqual([seen.width, seen.height])
  await userEvent.keyboard('w')
  await expect.poll(light).toBeNull()
  await expect.element(view).toBeVisible()
})

it('is given up with a picture that is removed, and looked for in the next, and in what undo brings back', async () => {
  const { app, looksNeverEnd, looksEndAtOnce } = await setup()
  await openFirst()
  looksNeverEnd()
  await userEvent.keyboard('w')
  await expect.element(stop).toBeVisible()
  // While it is looked at, and then while it is covered.
  await userEvent.keyboard('{Delete}')
  await expect.element(page.getByRole('img', { name: 'truck.svg' })).toBeVisible()
  await expect.element(stop).toBeVisible()
  await why.getByRole('radio', { name: 'By covering' }).click()
  looksEndAtOnce()
  await tabTo(page.getByRole('group', { name: 'Large picture' }), '{Shift>}{Tab}{/Shift}')
  await userEvent.keyboard('{Delete}')
  await expect.element(page.getByRole('img', { name: 'person.svg' })).toBeVisible()
  await expect.poll(darkness).toHaveLength(36)
  looksNeverEnd()
  await why.getByRole('radio', { name: 'At a glance' }).click()
  await expect.element(stop).toBeVisible()
  app.actions.removePictures(app.store.getState().pictures.map(({ id }) => id))
  await expect.element(why).not.toBeInTheDocument()
  looksEndAtOnce()
  for (let steps = 0; steps < 3; steps += 1) app.actions.undo()
  await expect
    .poll(() => app.store.getState().pictures.map(({ name }) => name))
    .toEqual(drawings.map(({ name }) => name))
  await expect.poll(() => darkness().length).toBeGreaterThan(0)
  expect(page.getByRole('alert').elements()).toEqual([])
})

it('follows tags that change meanwhile: covering goes on, ends with the last tag, and begins with the next', async () => {
  const { app, looksNeverEnd, looksEndAtOnce } = await setup()
  await openFirst()
  await userEvent.keyboard('w')
  looksNeverEnd()
  await why.getByRole('radio', { name: 'By covering' }).click()
  const bar = why.getByRole('progressbar')
  await expect.element(bar).toBeInTheDocument()
  const begun = bar.element()
  app.actions.addTags('boat')
  await expect.element(page.getByRole('list', { name: 'Tags, best first' })).toHaveTextContent('boat')
  expect(bar.element()).toBe(begun)
  app.actions.replaceTags([])
  const none = page.getByText('No answer here to look into.')
  await expect.element(none).toBeVisible()
  looksEndAtOnce()
  app.actions.replaceTags(['car', 'document'])
  await expect.poll(darkness).toHaveLength(36)
  await expect.element(none).not.toBeInTheDocument()
  expect(asked()).toBe('car')
})

it('has all of a wide picture looked at by keys alone, and a crop chosen', async () => {
  const { app } = await setup([ofSize('car.svg', 1600, 500)])
  const large = page.getByRole('group', { name: 'All of the picture' })
  await tabTo(large.getByRole('button', { name: 'Look at all of it' }))
  await userEvent.keyboard('{Enter}')
  const rows = large.getByRole('list', { name: 'Tags by the mean of all crops' }).getByRole('button')
  await expect.element(rows.first()).toBeVisible()
  const outlined = () => document.querySelectorAll('[aria-hidden] > [style*="left"]').length
  await expect.poll(outlined).toBeGreaterThan(1)
  await tabTo(rows.nth(1))
  await userEvent.keyboard('{Enter}')
  await expect.element(rows.nth(1)).toHaveAttribute('aria-pressed', 'true')
  await expect.element(rows.first()).toHaveAttribute('aria-pressed', 'false')
  const always = large.getByRole('checkbox', { name: 'Always, for all wide and tall pictures' })
  await tabTo(always)
  await userEvent.keyboard(' ')
  await expect.element(always).toBeChecked()
  expect(app.store.getState().settings.extent).toBe('whole')
  await tabTo(large.getByRole('button', { name: 'Hide the crops' }), '{Shift>}{Tab}{/Shift}')
  await userEvent.keyboard('{Enter}')
  await expect.element(rows.first()).not.toBeInTheDocument()
})

const overlaps = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

it.each([
  [1280, 800],
  [1024, 600],
  [360, 740],
])(
  'at %d x %d covers no part of a very wide picture, and no notice covers its controls',
  async (width, height) => {
    const { app } = await setup(
      [ofSize('car.svg', 1600, 200), ofSize('truck.svg', 1600, 200)],
      [width, height],
    )
    if (width > 400) await openFirst()
    else await page.getByRole('radio', { name: 'Ranking' }).click()
    await page.getByRole('button', { name: 'See why' }).click()
    await page.getByRole('button', { name: 'Look at all of it' }).click()
    await expect.element(dark).toBeInTheDocument()
    await expect
      .element(page.getByRole('list', { name: 'Tags by the mean of all crops' }))
      .toBeInTheDocument()
    app.actions.tell(() => 'Something happened elsewhere')
    await expect.element(page.getByText('Something happened elsewhere')).toBeVisible()
    const panel = document.querySelector('[data-why]')?.getBoundingClientRect() ?? new DOMRect()
    expect(panel.height).toBeGreaterThan(50)
    const picture = page.getByRole('img', { name: 'car.svg' }).element().getBoundingClientRect()
    expect(picture.width).toBeGreaterThan(width / 3)
    expect(overlaps(panel, picture)).toBe(false)
    const notice = document.querySelector('[data-notices] li')?.getBoundingClientRect() ?? new DOMRect()
    expect(notice.height).toBeGreaterThan(0)
    expect(overlaps(panel, notice)).toBe(false)
    expect(notice.top).toBeGreaterThanOrEqual(0)
  },
)
