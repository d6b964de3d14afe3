import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent, type Locator } from 'vitest/browser'
import type { Language } from '../../core/preferences/language'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../testing/fakes/fake-ui-platform'
import { sketchPicture } from '../../testing/sketch/sketch-pictures'
import { setViewport } from '../../testing/set-viewport'
import { renderApp } from '../render-app'
import { createScreenStore } from '../context/screen-state'
import '../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
  document.documentElement.lang = 'en'
  document.documentElement.dir = 'ltr'
})

interface Setup {
  readonly language?: Language
  readonly pictures?: number
  readonly theme?: 'light' | 'dark'
  readonly size?: readonly [width: number, height: number]
  /** The dialog that is open at once. */
  readonly opens?: string | null
}

/** The page as it opens for somebody who reads `language`. */
const setup = async ({
  language = 'en',
  pictures = 0,
  theme = 'light',
  size = [1280, 800],
  opens = null,
}: Setup = {}) => {
  await setViewport(...size)
  const { app, whenIdle, site, words } = createFakeApp({ theme, language })
  await words.speak(language)
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, createFakeUiPlatform().platform, site, words, createScreenStore(opens)))
  app.actions.loadBuiltIn()
  app.actions.addPictures(Array.from({ length: pictures }, (_, i) => sketchPicture(i + 1)))
  await whenIdle()
  await expect
    .element(page.getByRole('heading', { name: 'Taglens', includeHidden: true }))
    .toBeInTheDocument()
  return { app, whenIdle, names: () => app.store.getState().pictures.map(({ name }) => name) }
}

const focus = (locator: Locator) => {
  const element = locator.element()
  if (element instanceof HTMLElement) element.focus()
}

const choose = async (menu: string, language: string) => {
  await page.getByRole('button', { name: menu }).click()
  await page.getByRole('menuitemradio', { name: language }).click()
}

describe('another language', () => {
  it('is spoken at once, from the other side, with everything where it was', async () => {
    const { app, names } = await setup({ pictures: 2 })
    app.actions.addTags('bicicleta')
    app.actions.removePictures([app.store.getState().pictures[0]!.id])
    const before = names()
    await expect.element(page.getByText('Removed 1 picture')).toBeVisible()
    await choose('Language', 'العربية')
    await expect.element(page.getByRole('heading', { name: 'الوسوم' })).toBeVisible()
    await expect.element(page.getByText('أُزيلت صورة واحدة')).toBeVisible()
    expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' })
    expect(names()).toEqual(before)
    await expect.element(page.getByRole('button', { name: 'bicicleta', exact: true })).toBeVisible()
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('اللغة')
    await choose('اللغة', 'Español')
    await expect.element(page.getByText('Se quitó 1 imagen')).toBeVisible()
    expect(document.documentElement).toMatchObject({ lang: 'es', dir: 'ltr' })
    expect(app.store.getState().settings.language).toBe('es')
  })

  it('leaves what is typed, and an open dialog', async () => {
    const { app } = await setup()
    await page.getByRole('textbox', { name: 'Add tags' }).fill('half a ta')
    await page.getByRole('button', { name: 'Keys' }).click()
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    app.actions.setLanguage('es')
    await expect.element(page.getByRole('dialog', { name: 'Teclas' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('textbox', { name: 'Añadir etiquetas' })).toHaveValue('half a ta')
  })
})

it('in a grid read from right to left, the left arrow goes on', async () => {
  const { app } = await setup({ language: 'ar', pictures: 4 })
  const { pictures } = app.store.getState()
  const grid = page.getByRole('grid', { name: 'الصور' })
  await expect.element(grid).toBeVisible()
  focus(grid)
  await userEvent.keyboard('{Home}{ArrowLeft}')
  expect(app.store.getState().selection.focusId).toBe(pictures[1]?.id)
  await userEvent.keyboard('{ArrowRight}')
  expect(app.store.getState().selection.focusId).toBe(pictures[0]?.id)
})

it('a divider goes where it is pushed', async () => {
  await setup({ language: 'ar' })
  const divider = page.getByRole('separator', { name: 'عرض عمود الوسوم' })
  await expect.element(divider).toBeVisible()
  const at = () => divider.element().getBoundingClientRect().left
  const before = at()
  focus(divider)
  await userEvent.keyboard('{ArrowLeft}')
  await expect.poll(at).toBeLessThan(before)
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(at).toBe(before)
})

describe('in every language', () => {
  it.each(['es', 'ar'] as const)('%s fits a phone without scrolling sideways', async (language) => {
    await setup({ language, pictures: 3, size: [360, 740] })
    await document.fonts.ready
    expect(document.documentElement.scrollWidth).toBe(360)
    const outside = [...document.querySelectorAll<HTMLElement>('#root *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 1 && (left < -1 || right > 361)
    })
    expect(outside.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([])
  })

  it.each([null, 'model', 'privacy', 'keys'])('axe finds nothing with this open: %s', async (opens) => {
    for (const language of ['es', 'ar'] as const)
      for (const theme of ['light', 'dark'] as const) {
        await setup({ language, theme, opens, pictures: 3 })
        if (opens !== null) await expect.element(page.getByRole('dialog')).toBeVisible()
        await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null)))
        const { violations } = await axe.run(document.body, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
        expect(violations.map(({ id, nodes }) => [language, theme, id, nodes[0]?.html])).toEqual([])
        for (const close of closing.splice(0)) close()
        document.body.replaceChildren()
      }
  })
})
