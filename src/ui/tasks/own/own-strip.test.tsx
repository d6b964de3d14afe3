import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { fixedLabelCatalogue } from '../../../core/model/catalogue/fixed-label-catalogue'
import { hubSource } from '../../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../../core/model/model-source'
import { WHOLE_PAGE } from '../../../testing/axe-rules'
import { createFakeApp } from '../../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../../testing/fakes/fake-ui-platform'
import { classifierEntries, drawSmall } from '../../../testing/sketch/classifier-entries'
import { sketchPicture } from '../../../testing/sketch/sketch-pictures'
import { setViewport } from '../../../testing/set-viewport'
import { renderApp } from '../../render-app'
import '../../theme.css'

type Archives = NonNullable<NonNullable<Parameters<typeof createFakeApp>[0]>['archives']>

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

/** The page with twelve pictures, six of each of two tags, and what is said of them. */
const setup = async (picked: readonly File[] = [], archives: Archives = new Map(), learns = true) => {
  await setViewport(1280, 900)
  const { app, whenIdle, site, words } = createFakeApp({
    ...{ theme: 'light', tags: ['car', 'truck'], archives },
  })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  const { saved, platform: faked } = createFakeUiPlatform()
  const platform = { ...faked, pickArchive: () => Promise.resolve(picked) }
  closing.push(renderApp(root, app, platform, site, words))
  app.actions.loadBuiltIn()
  const ids = app.actions.addPictures(
    Array.from({ length: 12 }, (_, i) => sketchPicture(i + 1, `${i < 6 ? 'car' : 'truck'} ${i}.jpg`)),
  )
  await whenIdle()
  const marks = await app.actions.marking.load()
  if (learns) marks.learn()
  const [car = '', truck = ''] = app.store.getState().tags.map(({ id }) => id)
  const strip = page.getByRole('status').filter({ hasText: /example/ })
  return { app, ids, marks, car, truck, strip, whenIdle, saved }
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

it('offers a classifier once pictures of two tags are decided, and learns where that is taken up', async () => {
  const { app, ids, marks, car, truck, strip } = await setup([], new Map(), false)
  const offer = page.getByRole('button', { name: 'Learn from these decisions' })
  marks.mark(ids.slice(0, 1), car, 'yes')
  await expect.element(page.getByText('Decided: car').first()).toBeVisible()
  await expect.element(offer).not.toBeInTheDocument()
  // Without one, too, where there are only good ones.
  marks.mark(ids.slice(1, 3), car, 'yes')
  await expect.element(page.getByRole('button', { name: 'Least like car first' })).toBeVisible()
  marks.mark(ids.slice(6, 7), truck, 'yes')
  await offer.click()
  await expect.element(strip).toHaveTextContent(/^4 examples/)
  await expect.element(offer).not.toBeInTheDocument()
  await expect.poll(() => app.store.getState().own).not.toBeNull()
  // Of a tag that is gone nothing counts.
  app.actions.removeTag(truck)
  await expect.element(strip).toHaveTextContent(/^3 examples\. Say what this picture is/)
})

it('has nothing to accept of a model that answers in classes of its own, and says what to do', async () => {
  const { app, ids, marks, car } = await setup()
  marks.mark(ids, car, 'yes')
  const accept = page.getByRole('button', { name: 'Accept' })
  await expect.element(accept).toBeEnabled()
  await app.actions.loadModel(hubSource(HUB_HOST, fixedLabelCatalogue[0]?.id ?? ''))
  await expect.element(accept).toBeDisabled()
  expect(accept.element().getAttribute('data-tip')).toMatch(/Decide with 1 to 9, or X\.$/)
})

it('asks for a picture that is not, where several tags may fit and none is said not to be one', async () => {
  const { app, ids, marks, car, truck, strip } = await setup()
  app.actions.setRules({ mode: 'multi' })
  marks.mark(ids.slice(0, 5), car, 'yes')
  marks.mark(ids.slice(6), truck, 'yes')
  await expect.element(strip).toHaveTextContent('11 examples. Mark one that is not, too: car, truck.')
  marks.mark(ids.slice(6), car, 'no')
  await expect.element(strip).toHaveTextContent(/right .+ Mark one that is not, too: truck\.$/)
  marks.mark(ids.slice(0, 1), truck, 'no')
  await expect.element(strip).not.toHaveTextContent('that is not')
})

it('takes a drag onto a tag for what the picture is, a second time too', async () => {
  const { app, car, truck } = await setup()
  const drop = async (name: string, tag: string) => {
    const dataTransfer = new DataTransfer()
    const drag = (type: string, on: Element) =>
      on.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    const cell = page.getByRole('gridcell', { name: new RegExp(`^${name}`) }).element()
    drag('dragstart', cell)
    drag('dragenter', document.body)
    const target = () => document.querySelector(`[data-tag-target="${tag}"]`)
    await expect.poll(target).not.toBeNull()
    drag('drop', target() ?? document.body)
    drag('dragend', cell)
    await expect.poll(target).toBeNull()
  }
  const said = () => app.store.getState().marks.map(({ name, yes }) => [name, ...yes])
  await drop('car 0', 'car')
  await expect.poll(said).toEqual([['car 0.jpg', car]])
  await drop('car 0', 'car')
  await drop('truck 6', 'truck')
  await expect.poll(said).toEqual([
    ['car 0.jpg', car],
    ['truck 6.jpg', truck],
  ])
})

it('goes on to another picture each time it is asked for the next, until all were shown', async () => {
  const { app, ids, marks, car, truck } = await setup()
  marks.mark(ids.slice(0, 4), car, 'yes')
  marks.mark(ids.slice(6, 11), truck, 'yes')
  const next = page.getByRole('button', { name: 'Next picture' })
  const seen: (string | null)[] = []
  for (let i = 0; i < 4; i += 1) {
    await next.click()
    seen.push(app.store.getState().selection.focusId)
  }
  expect(new Set(seen.slice(0, 3))).toEqual(new Set([ids[4], ids[5], ids[11]]))
  expect(seen[3]).toBe(seen[0])
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

it('shows examples that are not on the list as a file has brought them', async () => {
  const archives = new Map<string, ReturnType<typeof classifierEntries>>()
  const { app, ids, marks, whenIdle } = await setup([], archives)
  archives.set('doors.taglens', classifierEntries(app.store.getState(), await drawSmall()))
  app.actions.removePictures([...ids.slice(0, 5), ...ids.slice(6)])
  await marks.files.open(new File([], 'doors.taglens'))
  await whenIdle()
  await expect.element(page.getByRole('button', { name: 'car, 5 examples' })).toBeVisible()
  await page.getByRole('button', { name: 'How good is it?' }).click()
  const report = page.getByRole('dialog', { name: 'How good your classifier is' })
  const group = report.getByRole('listitem').filter({ hasText: 'car 4.jpg' })
  // What is no picture after all is its name alone.
  await expect.poll(() => group.element().querySelectorAll('img').length).toBe(4)
  await expect.element(group).toHaveTextContent('car 0.jpg')
  // Nowhere to go to.
  expect(group.getByRole('button', { name: /^car/ }).elements()).toEqual([])
  expect(report.getByRole('button', { name: /^Show \d+ picture/ }).elements()).toEqual([])
})

it('saves what examples look like with a whole file where that is ticked, and says what it adds', async () => {
  const { ids, marks, car, truck, saved } = await setup()
  marks.mark(ids.slice(0, 3), car, 'yes')
  marks.mark(ids.slice(6, 9), truck, 'yes')
  await page.getByRole('button', { name: 'How good is it?' }).click()
  const choice = page.getByRole('checkbox', { name: /^With small pictures and names/ })
  await expect.element(choice).not.toBeChecked()
  await choice.click()
  await expect.element(page.getByText(/^Of 6 examples, about .+ more\./)).toBeVisible()
  await page.getByRole('button', { name: 'Whole (.taglens)' }).click()
  await expect.poll(() => saved.map(({ name }) => name)).toEqual(['classifier.taglens'])
})

it('leaves the report open while the layout changes to that of a phone and back', async () => {
  const { ids, marks, car, truck } = await setup()
  marks.mark(ids.slice(0, 3), car, 'yes')
  marks.mark(ids.slice(6, 9), truck, 'yes')
  await page.getByRole('button', { name: 'How good is it?' }).click()
  const report = page.getByRole('dialog', { name: 'How good your classifier is' })
  await expect.element(report).toBeVisible()
  for (const width of [400, 1280]) {
    await setViewport(width, 900)
    await expect
      .poll(() => document.querySelector('main')?.querySelectorAll('[role=separator]').length)
      .toBe(width === 400 ? 0 : 2)
    await expect.element(report).toBeVisible()
  }
})

it('counts pictures that are none of the tags below these, whether the model says so or not', async () => {
  const { ids, marks } = await setup()
  marks.markNone(ids.slice(0, 2))
  const column = page.getByRole('region', { name: 'Tags' })
  await expect.element(column.getByRole('img', { name: '2 decided' })).toBeVisible()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(column.getByRole('img', { name: '2 decided' })).not.toBeInTheDocument()
})
