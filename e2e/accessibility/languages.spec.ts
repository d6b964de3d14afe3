import { expect, type Page } from '@playwright/test'
import { test as installedTest } from '../support/installed-test.ts'
import { test } from '../support/test.ts'

/** What the root says of the language, and whether anything is wider than the window. */
const rootOf = (page: Page) =>
  page.evaluate(() => {
    const { lang, dir, scrollWidth } = document.documentElement
    return { lang, dir, fits: scrollWidth <= innerWidth }
  })

/** Texts of English that the page shows or says; names, tags and technical words are none. */
const ENGLISH = /\b(tags|pictures?|model|ranking|nothing|leaves|choose|add|the|share|cosine)\b/i

/** Whatever a person can see or have read out, without what is their own. */
const spokenTexts = (page: Page) =>
  page.evaluate(() => {
    const names = [
      ...document.querySelectorAll('[aria-label], [aria-description], [placeholder], [data-tip]'),
    ]
      .flatMap((element) =>
        ['aria-label', 'aria-description', 'placeholder', 'data-tip'].flatMap(
          (name) => element.getAttribute(name) ?? [],
        ),
      )
      .join('\n')
    return `${document.body.innerText}\n${names}`
  })

test.describe('a browser set to Spanish', () => {
  test.use({ locale: 'es-MX' })

  test('opens the app in Spanish, all of it', async ({ app }) => {
    await app.openAsVisitor()
    await expect(app.page.getByRole('heading', { name: 'Etiquetas', exact: true })).toBeVisible()
    await app.whenIdle()
    expect(await rootOf(app.page)).toEqual({ lang: 'es', dir: 'ltr', fits: true })
    expect(await spokenTexts(app.page)).not.toMatch(ENGLISH)
    for (const dialog of ['Privacidad', 'Teclas']) {
      await app.page.getByRole('button', { name: dialog }).click()
      await expect(app.page.getByRole('dialog', { name: dialog })).toBeVisible()
      expect(await spokenTexts(app.page)).not.toMatch(ENGLISH)
      await app.page.keyboard.press('Escape')
    }
    await app.page.getByRole('button', { name: /^Modelo:/ }).click()
    for (const tab of ['En uso', 'Elegir', 'Guardados']) {
      await app.page.getByRole('radio', { name: tab }).check()
      expect(await spokenTexts(app.page)).not.toMatch(ENGLISH)
    }
  })

  test('a program still reads English', async ({ app }) => {
    await app.open()
    await expect(app.page.getByRole('heading', { name: 'Etiquetas', exact: true })).toBeVisible()
    const message = await app.page.evaluate(() =>
      window.taglens.classify([], { labels: ['a'] }).then(
        () => '',
        (error: unknown) => String(error),
      ),
    )
    expect(message).toContain('No model is loaded yet.')
  })
})

test.describe('a browser set to Arabic', () => {
  test.use({ locale: 'ar-EG' })

  test('opens the app from right to left, and ranks the drawings', async ({ app }) => {
    await app.openAsVisitor()
    await app.whenIdle()
    expect(await rootOf(app.page)).toEqual({ lang: 'ar', dir: 'rtl', fits: true })
    await expect(app.page.getByText('رُتّبت 3 صور')).toBeVisible()
    const best = app.page.getByRole('list', { name: 'الوسوم، الأفضل أولًا' }).getByRole('listitem').first()
    await expect(best).toHaveAccessibleName(/car.*بالمئة/)
    const tags = await app.page.getByRole('heading', { name: 'الوسوم', exact: true }).boundingBox()
    const ranking = await app.page.getByRole('heading', { name: 'الترتيب', exact: true }).boundingBox()
    expect(tags?.x).toBeGreaterThan(ranking?.x ?? Infinity)
  })

  test('fits a phone', async ({ app }) => {
    await app.page.setViewportSize({ width: 360, height: 740 })
    await app.openAsVisitor()
    await app.whenIdle()
    expect((await rootOf(app.page)).fits).toBe(true)
  })
})

installedTest('a language that was chosen is there again, without a network too', async ({ installed }) => {
  const first = await installed.visit()
  await first.page.getByRole('button', { name: 'Language' }).click()
  await first.page.getByRole('menuitemradio', { name: 'العربية' }).click()
  await expect(first.page.getByRole('heading', { name: 'الوسوم', exact: true })).toBeVisible()
  await installed.goOffline()
  await first.page.close()
  const app = await installed.openTab()
  await expect(app.page.getByRole('heading', { name: 'الوسوم', exact: true })).toBeVisible()
  expect(await rootOf(app.page)).toMatchObject({ lang: 'ar', dir: 'rtl' })
  // Never read before, and here all the same.
  await app.page.getByRole('button', { name: 'اللغة' }).click()
  await app.page.getByRole('menuitemradio', { name: 'Español' }).click()
  await expect(app.page.getByRole('heading', { name: 'Etiquetas', exact: true })).toBeVisible()
})
