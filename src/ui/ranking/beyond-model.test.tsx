import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { hubSource } from '../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../core/model/model-source'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../testing/fakes/fake-ui-platform'
import { sketchPicture } from '../../testing/sketch/sketch-pictures'
import { renderApp } from '../render-app'
import '../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

/** The page with a model that knows drawings only, and pictures of which those named `.jpg` are photographs. */
const setup = async (names: readonly string[], theme: 'light' | 'dark' = 'light', width = 1280) => {
  await page.viewport(width, 800)
  const { app, whenIdle, site, words } = createFakeApp({ theme })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, createFakeUiPlatform().platform, site, words))
  await app.actions.loadModel(hubSource(HUB_HOST, 'owner/mini'))
  app.actions.addPictures(names.map((name, i) => sketchPicture(i + 1, name)))
  await whenIdle()
  return {
    app,
    ranking: page.getByRole('list', { name: 'Tags, best first' }),
    banner: page.getByText(/taken for photographs?: Mini reads drawings only/),
  }
}

describe('photographs, to a model that knows drawings', () => {
  it('get a badge in place of an answer, beside drawings that get theirs', async () => {
    const { app, banner } = await setup(['car-1.svg', 'car-2.jpg', 'truck-3.jpg'])
    await expect
      .element(page.getByRole('gridcell', { name: 'car-2.jpg, needs a photo model' }))
      .toHaveTextContent('Photograph')
    await expect.element(page.getByRole('gridcell', { name: /^car-1.svg, car, .* percent$/ })).toBeVisible()
    await expect.element(banner).toHaveTextContent('2 pictures are taken for photographs')
    const { filterLabels, tagCounts } = app.selectors
    const state = app.store.getState()
    const counts = filterLabels(state).map(({ id, text }) => [text, tagCounts(state).get(id) ?? 0])
    expect(Object.fromEntries(counts)).toMatchObject({ car: 1, truck: 0 })
  })

  it('have the guess folded away, and no mark beside it', async () => {
    const { ranking } = await setup(['car-1.jpg'])
    await expect.element(page.getByText('This answer means little')).toBeVisible()
    await expect.element(ranking).not.toBeInTheDocument()
    await page.getByText('What Mini makes of it').click()
    await expect.element(ranking.getByRole('listitem').first()).toBeVisible()
    expect(ranking.element().querySelector('.text-ok')).toBeNull()
  })

  it('are answered in place once a model for photographs is there', async () => {
    const { app, ranking, banner } = await setup(['car-1.jpg', 'truck-2.jpg'])
    await expect.element(banner).toBeVisible()
    await app.actions.loadModel(hubSource(HUB_HOST, 'owner/clip'))
    await expect.element(ranking).toBeVisible()
    await expect.element(banner).not.toBeInTheDocument()
  })

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('give axe nothing to find, %s at %i px', async (theme, width) => {
    const { app } = await setup(['car-1.jpg', 'truck-2.svg', 'car-3.jpg'], theme, width)
    expect(app.store.getState().pictures).toHaveLength(3)
    await document.fonts.ready
    const { violations } = await axe.run(document.body)
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  })
})
