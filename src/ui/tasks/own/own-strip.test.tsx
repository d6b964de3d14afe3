import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { WHOLE_PAGE } from '../../../testing/axe-rules'
import { createFakeApp } from '../../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../../testing/fakes/fake-ui-platform'
import { sketchPicture } from '../../../testing/sketch/sketch-pictures'
import { setViewport } from '../../../testing/set-viewport'
import { renderApp } from '../../render-app'
import '../../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

/** The page with twelve pictures, six of each of two tags, and what is said of them. */
const setup = async (picked: readonly File[] = []) => {
  await setViewport(1280, 900)
  const { app, whenIdle, site, words } = createFakeApp({ theme: 'light', tags: ['car', 'truck'] })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  const platform = { ...createFakeUiPlatform().platform, pickArchive: () => Promise.resolve(picked) }
  closing.push(renderApp(root, app, platform, site, words))
  app.actions.loadBuiltIn()
  const ids = app.actions.addPictures(
    Array.from({ length: 12 }, (_, i) => sketchPicture(i + 1, `${i < 6 ? 'car' : 'truck'} ${i}.jpg`)),
  )
  await whenIdle()
  const marks = await app.actions.marking.load()
  marks.learn()
  const [car = '', truck = ''] = app.store.getState().tags.map(({ id }) => id)
  const strip = page.getByRole('status').filter({ hasText: /example/ })
  return { app, ids, marks, car, truck, strip, whenIdle }
}

it('says that examples which look alike count as fewer, and counts each when told to', async () => {
  const { ids, marks, car, truck, strip } = await setup()
  await marks.markHeld(ids.slice(0, 6), car)
  await marks.markHeld(ids.slice(6), truck)
  await expect
    .element(strip)
    .toHaveTextContent(
      '12 examples. 12 examples look alike and count as 2. Mark some that differ, or count each.',
    )
  await page.getByRole('button', { name: 'Show 12 pictures' }).click()
  await expect.element(page.getByRole('button', { name: 'Stop showing only Look the same' })).toBeVisible()
  await page.getByRole('button', { name: 'Count each' }).click()
  await expect.element(strip).toHaveTextContent(/^12 examples\. .+ right/)
  await expect.element(page.getByRole('button', { name: 'Count each' })).not.toBeInTheDocument()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(strip).toHaveTextContent(/count as 2/)
})

it('offers the order by unlikeness where one tag alone has examples, and claims no more than that', async () => {
  const { app, ids, marks, car, truck } = await setup()
  const begin = page.getByRole('button', { name: 'Least like car first' })
  marks.mark(ids.slice(0, 2), car, 'yes')
  await expect.element(page.getByText('2 examples.', { exact: false }).first()).toBeVisible()
  await expect.element(begin).not.toBeInTheDocument()
  marks.mark(ids.slice(2, 3), car, 'yes')
  await begin.click()
  expect(app.store.getState().sort).toEqual({ by: 'unlikeness', descending: true })
  const line = page.getByText(/^Sorted by how unlike the 3 examples of car they are\./)
  await expect.element(line).toHaveTextContent(/This says how much a picture differs, not whether/)
  expect(line.element().textContent).not.toMatch(/%|right|accura/)
  expect((await axe.run(document.body, { ...WHOLE_PAGE, resultTypes: ['violations'] })).violations).toEqual(
    [],
  )
  await page.getByRole('button', { name: 'End this order' }).click()
  await expect.element(line).not.toBeInTheDocument()
  // By the palette too, where another tag is taught as well.
  marks.mark(ids.slice(6, 9), truck, 'yes')
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await userEvent.keyboard('anomaly')
  await expect
    .element(page.getByRole('option', { name: /Least like examples of “truck” first/ }))
    .toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => app.store.getState().good?.tagId).toBe(car)
})

it('says of a picture that was chosen as a classifier that it is none, and does not list it', async () => {
  const { app, ids, marks, car } = await setup([sketchPicture(13, 'photo.jpg')])
  marks.mark(ids.slice(0, 1), car, 'yes')
  await page.getByRole('button', { name: 'Open a classifier…' }).first().click()
  await expect.element(page.getByText('photo.jpg is no classifier of this app.').first()).toBeVisible()
  expect(app.store.getState().pictures).toHaveLength(ids.length)
})
