import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { hubSource } from '../../core/model/catalogue/model-names'
import { choiceOf } from '../../core/model/model-choice'
import { HUB_HOST, sourceKey } from '../../core/model/model-source'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../testing/fakes/fake-ui-platform'
import { createStoredModel } from '../../testing/model-fixtures'
import { sketchPicture } from '../../testing/sketch/sketch-pictures'
import { setViewport } from '../../testing/set-viewport'
import { renderApp } from '../render-app'
import '../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

/** The page with a model that knows drawings only, and pictures of which those named `.jpg` are photographs. */
const setup = async (names: readonly string[]) => {
  await setViewport(1280, 800)
  const { app, whenIdle, site, words } = createFakeApp({ theme: 'light' })
  const { platform, copied, saved } = createFakeUiPlatform()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, platform, site, words))
  await app.actions.loadModel(hubSource(HUB_HOST, 'owner/mini'))
  app.actions.addPictures(names.map((name, i) => sketchPicture(i + 1, name)))
  await whenIdle()
  return {
    app,
    copied,
    saved,
    ranking: page.getByRole('list', { name: 'Tags, best first' }),
    banner: page.getByText(/looks? like (a photograph|photographs): Mini reads drawings only/),
  }
}

describe('photographs, to a model that knows drawings', () => {
  it('get a badge in place of an answer, beside drawings that get theirs', async () => {
    const { app, banner } = await setup(['car-1.svg', 'car-2.jpg', 'truck-3.jpg'])
    await expect
      .element(page.getByRole('gridcell', { name: 'car-2.jpg, needs a photo model' }))
      .toHaveTextContent('Photograph')
    await expect.element(page.getByRole('gridcell', { name: /^car-1.svg, car, .* percent$/ })).toBeVisible()
    await expect.element(banner).toHaveTextContent('2 pictures look like photographs')
    const { filterLabels, tagCounts } = app.selectors
    const state = app.store.getState()
    const counts = filterLabels(state).map(({ id, text }) => [text, tagCounts(state).get(id) ?? 0])
    expect(Object.fromEntries(counts)).toMatchObject({ car: 1, truck: 0 })
    const { meanMargin, judgement } = app.selectors.tasks['zero-shot']
    const [drawing] = state.pictures
    expect(meanMargin(state)).toBe(drawing && judgement(state, drawing).margin)
  })

  it('are offered a model once on a page, and decided above that offer', async () => {
    const { app, banner } = await setup(['car-1.jpg', 'car-2.jpg'])
    const offers = page.getByRole('button', { name: 'Other models' })
    await expect.element(banner).toBeVisible()
    await expect.poll(() => offers.elements()).toHaveLength(1)
    const [first] = app.store.getState().pictures
    ;(await app.actions.marking.load()).markNone([first?.id ?? ''])
    await page.getByRole('grid', { name: 'Pictures' }).click({ position: { x: 60, y: 60 } })
    await userEvent.keyboard(' ')
    await expect.element(banner).not.toBeInTheDocument()
    await expect.poll(() => offers.elements()).toHaveLength(1)
    const decision = page.getByRole('group', { name: 'Decision' })
    await expect.element(decision).toBeInViewport({ ratio: 0.99 })
    const bottom = decision.element().getBoundingClientRect().bottom
    expect(bottom).toBeLessThan(offers.element().getBoundingClientRect().top)
  })

  it('have the guess folded away, and no mark beside it', async () => {
    const { ranking } = await setup(['car-1.jpg'])
    await expect.element(page.getByText('This model cannot tell')).toBeVisible()
    await expect.element(ranking).not.toBeInTheDocument()
    await page.getByText('Show Mini’s guess').click()
    await expect.element(ranking.getByRole('listitem').first()).toBeVisible()
    expect(ranking.element().querySelector('.text-ok')).toBeNull()
  })

  it('have sections within the guess that look folded while they are', async () => {
    await setup(['car-1.jpg'])
    const arrow = (title: string) => {
      const svg = page.getByText(title, { exact: true }).element().closest('summary')?.querySelector('svg')
      return svg ? getComputedStyle(svg).rotate : 'missing'
    }
    await page.getByText('Show Mini’s guess').click()
    await expect.element(page.getByText('Details', { exact: true })).toBeVisible()
    await expect.poll(() => arrow('Show Mini’s guess')).toBe('90deg')
    expect(arrow('Details')).toBe('none')
    await page.getByText('Details', { exact: true }).click()
    await expect.poll(() => arrow('Details')).toBe('90deg')
  })

  it('are not counted as ranked, and nothing that is copied or saved has the guess', async () => {
    const { copied, saved } = await setup(['car-1.svg', 'car-2.jpg'])
    await expect.element(page.getByText('1 picture ranked · 1 photograph without an answer')).toBeVisible()
    await page.getByRole('gridcell', { name: /^car-2/ }).click()
    const copy = async (name: string) => {
      await page.getByRole('button', { name: 'Copy in another form' }).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    }
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect.poll(() => copied.at(-1)).toBe('car-2.jpg\nThis model cannot tell')
    await copy('As a table (CSV)')
    await expect.poll(() => copied.at(-1)).toBe('picture,rank,label,probability\r\ncar-2.jpg,,,\r\n')
    await copy('As VehiCore answers')
    await expect
      .poll(() => JSON.parse(copied.at(-1) ?? '') as unknown)
      .toEqual({
        ...{ result: null, confidence: null, model: 'clip', predictions: [] },
        unanswered: 'This looks like a photograph, and the model reads drawings only.',
      })
    await copy('Roboflow request, Python')
    await expect.poll(() => copied.at(-1)).toContain('"prompt": ["car","document"')
    await page.getByRole('button', { name: 'Save the results of all pictures' }).click()
    await page.getByRole('menuitem', { name: /^Table/ }).click()
    await expect.poll(() => saved.length).toBe(1)
    const rows = ((await saved[0]?.content.text()) ?? '').trimEnd().split('\r\n')
    expect(rows.map((row) => row.split(',').slice(0, 5))).toEqual([
      ['name', 'top', 'accepted', 'rejected', 'margin'],
      ['car-1.svg', 'car', 'car', 'false', expect.stringMatching(/^0\.\d/)],
      ['car-2.jpg', '', '', 'false', ''],
    ])
    expect(rows[2]).toContain('"This looks like a photograph, and the model reads drawings only."')
  })

  it('are answered in place once a model for photographs is there', async () => {
    const { app, ranking, banner } = await setup(['car-1.jpg', 'truck-2.jpg'])
    await expect.element(banner).toBeVisible()
    await app.actions.loadModel(hubSource(HUB_HOST, 'owner/clip'))
    await expect.element(ranking).toBeVisible()
    await expect.element(banner).not.toBeInTheDocument()
  })

  it('wait, and are given no verdict, while the model of an earlier visit is opened', async () => {
    await setViewport(1280, 800)
    const source = hubSource(HUB_HOST, 'owner/opening-clip')
    const stored = [createStoredModel({ source, key: sourceKey(source), dtypes: ['q8'] })]
    const chosenModel = { source, dtype: 'auto', device: 'auto' } as const
    const { app, site, words, startWith, loadModel, resumeRememberedModel } = createFakeApp({
      stored,
      chosenModel,
    })
    const root = document.body.appendChild(document.createElement('div'))
    root.id = 'root'
    const said = new Set<string>()
    const seen = new MutationObserver(() => said.add(root.textContent))
    seen.observe(root, { subtree: true, childList: true, characterData: true })
    closing.push(renderApp(root, app, createFakeUiPlatform().platform, site, words), () => seen.disconnect())
    app.actions.addPictures(['car-1.jpg', 'truck-2.jpg'].map((name, i) => sketchPicture(i + 1, name)))
    void startWith(async () => {
      await loadModel(choiceOf({ kind: 'app', baseUrl: 'models/mini' }))
      await resumeRememberedModel()
    })
    await expect.element(page.getByText('The model is loading')).toBeVisible()
    await expect.element(page.getByRole('gridcell', { name: 'car-1.jpg, waiting' })).toBeVisible()
    await expect.element(page.getByRole('region', { name: 'Model' })).toHaveTextContent('Opening the model')
    expect([...said].filter((text) => /cannot tell|Mini reads drawings only/.test(text))).toEqual([])
    app.actions.cancelLoading()
    await expect.element(page.getByText('This model cannot tell')).toBeVisible()
  })
})
