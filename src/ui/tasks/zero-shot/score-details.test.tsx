import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DEFAULT_HUB_ID, hubSource } from '../../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../../core/model/model-source'
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

/** The page with these pictures, ranked among `tags` by the made-up engine; what a picture shows is its name. */
const setup = async (names: readonly string[], tags: readonly string[] = ['car', 'truck', 'person']) => {
  await setViewport(1280, 900)
  const { app, whenIdle, site, words } = createFakeApp({ tags, theme: 'light' })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, createFakeUiPlatform().platform, site, words))
  await app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
  app.actions.addPictures(names.map((name, i) => sketchPicture(50 + i, name)))
  await whenIdle()
  return { app, toggleDetails: () => page.getByText('Details', { exact: true }).click() }
}

describe('a score', () => {
  it.each([
    ['Cosine', /How alike the model finds/],
    ['Logit', /the model’s own scale/],
    ['Match', /fits by itself/],
    ['Margin', /ahead of the second/],
  ])('%s is explained by keyboard and by a press', async (name, sentence) => {
    const { toggleDetails } = await setup(['car-1.svg'])
    await toggleDetails()
    const button = page.getByRole('button', { name, exact: true })
    await expect.element(button).toHaveAccessibleDescription(sentence)
    await userEvent.keyboard('{Tab}')
    const element = button.element()
    const explanation = page.getByText(sentence)
    // The details are still opening: what moves beneath an explanation takes it away again.
    const focusAgain = () => {
      if (explanation.query() !== null || !(element instanceof HTMLElement)) return
      element.blur()
      element.focus()
    }
    await expect.poll(() => (focusAgain(), explanation.query()), { interval: 500 }).not.toBeNull()
    await expect.element(explanation).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.element(button).toHaveAttribute('aria-expanded', 'true')
    await expect.element(page.getByText(sentence)).toBeVisible()
  })
})

it('a temperature that is not the model’s own is named with the scores, and explained', async () => {
  const { app, toggleDetails } = await setup(['car-1.svg'])
  await toggleDetails()
  const button = page.getByRole('button', { name: 'Temperature', exact: true })
  await expect.element(page.getByRole('button', { name: 'Margin', exact: true })).toBeVisible()
  await expect.element(button).not.toBeInTheDocument()
  app.actions.setTemperature(2)
  await expect.element(button).toHaveAccessibleDescription(/Above 1 they move closer together/)
  await button.click()
  await expect.element(page.getByText(/the order stays/)).toBeVisible()
})

describe('the details of a ranking', () => {
  const cells = (tag: string) => page.getByRole('row', { name: new RegExp(`^${tag}`) }).getByRole('cell')

  it('are folded away, and stay open once they were wanted', async () => {
    const { app, toggleDetails } = await setup(['car-1.svg', 'truck-2.svg'])
    await expect.element(page.getByRole('table')).not.toBeInTheDocument()
    await toggleDetails()
    await expect.element(cells('car').first()).toBeVisible()
    await expect.poll(() => app.store.getState().settings.scoresShown).toBe(true)
    app.actions.select(app.store.getState().pictures[1]?.id ?? '', 'only')
    await expect.element(cells('truck').first()).toBeVisible()
    await toggleDetails()
    await expect.poll(() => app.store.getState().settings.scoresShown).toBe(false)
  })

  it('have no cosine of a tag for the rest, whose place is not that of its text', async () => {
    const { toggleDetails } = await setup(['document-1.svg'], ['car', 'truck', 'other'])
    await toggleDetails()
    await expect.element(cells('car').first()).toHaveTextContent(/\.\d/)
    await expect.element(cells('other').first()).toHaveTextContent(/^–$/)
  })
})

describe('the verdict', () => {
  const ranking = page.getByRole('region', { name: 'Ranking' })

  it('stands before the bars: the answer, several, or none', async () => {
    const { app } = await setup(['car-1.svg', 'document-1.svg'])
    app.actions.select(app.store.getState().pictures[0]?.id ?? '', 'only')
    await expect.element(ranking).toHaveTextContent(/car-1\.svg.*car,\s*\d+\s%/u)
    app.actions.select(app.store.getState().pictures[1]?.id ?? '', 'only')
    await expect.element(ranking).toHaveTextContent(/document-1\.svg.*None of these/)
    const fills = [...ranking.element().querySelectorAll('li .tag-fill')]
    expect(fills).toEqual([])
  })
})
