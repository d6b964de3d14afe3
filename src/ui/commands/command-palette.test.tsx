import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DEFAULT_HUB_ID, hubSource } from '../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../core/model/model-source'
import type { Language } from '../../core/preferences/language'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../testing/fakes/fake-ui-platform'
import { sketchPicture } from '../../testing/sketch/sketch-pictures'
import { setViewport } from '../../testing/set-viewport'
import { palette as texts } from '../../words/en/commands'
import { renderApp } from '../render-app'
import '../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

/** The page with three pictures, and what a person does with the palette as verbs. */
const setup = async () => {
  await setViewport(1280, 800)
  const { app, whenIdle, site, words } = createFakeApp({ theme: 'light' })
  const { platform, copied } = createFakeUiPlatform()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, platform, site, words))
  app.actions.addPictures(
    ['apple.jpg', 'boat.jpg', 'castle.jpg'].map((name, i) => sketchPicture(i + 1, name)),
  )
  await whenIdle()
  const palette = page.getByRole('dialog', { name: 'Commands' })
  return {
    app,
    words,
    whenIdle,
    copied,
    palette,
    open: async () => {
      await userEvent.keyboard('{Control>}k{/Control}')
      await expect.element(palette).toBeVisible()
    },
    commands: () =>
      page
        .getByRole('option')
        .elements()
        .map(({ textContent }) => textContent),
  }
}

describe('the command palette', () => {
  it('opens by key, finds by the beginnings of words and runs what Enter chooses', async () => {
    const { app, open, palette } = await setup()
    await open()
    await userEvent.keyboard('dar the{Enter}')
    await expect.element(palette).not.toBeInTheDocument()
    expect(app.store.getState().settings.theme).toBe('dark')
  })

  it.each(['classifier', 'project'])('finds something for %s', async (typed) => {
    const { open } = await setup()
    await open()
    await userEvent.keyboard(typed)
    await expect.element(page.getByRole('option').first()).toBeVisible()
  })

  it('opens by its button too', async () => {
    const { palette } = await setup()
    await page.getByRole('button', { name: 'Search commands' }).click()
    await expect.element(palette).toBeVisible()
  })

  it('gives focus back when it is closed without a choice', async () => {
    const { open, palette } = await setup()
    const field = page.getByRole('textbox', { name: 'Add tags' })
    await field.click()
    await open()
    await userEvent.keyboard('{Escape}')
    await expect.element(palette).not.toBeInTheDocument()
    await expect.element(field).toHaveFocus()
  })

  it('leaves focus in the field that a command goes to', async () => {
    const { open } = await setup()
    await open()
    await userEvent.keyboard('add a tag{Enter}')
    await expect.element(page.getByRole('textbox', { name: 'Add tags' })).toHaveFocus()
  })

  it('opens another dialog in its own place', async () => {
    const { open } = await setup()
    await open()
    await userEvent.keyboard('network log{Enter}')
    await expect.element(page.getByRole('dialog', { name: 'Privacy' })).toBeVisible()
  })

  it('has a dialog that it opened give focus back to where it was before', async () => {
    const { open } = await setup()
    const field = page.getByRole('textbox', { name: 'Add tags' })
    await field.click()
    await open()
    await userEvent.keyboard('show all keys{Enter}')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await expect.element(keys).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(keys).not.toBeInTheDocument()
    await expect.element(field).toHaveFocus()
  })

  it('speaks another language when it is told to', async () => {
    const { open } = await setup()
    await open()
    await userEvent.keyboard('español{Enter}')
    await expect.element(page.getByRole('button', { name: /^Buscar órdenes/ })).toBeVisible()
  })

  it('finds pictures by name once something is typed', async () => {
    const { app, open, commands } = await setup()
    await open()
    expect(commands()).not.toContain('Go to boat.jpg')
    await userEvent.keyboard('boat')
    await expect.poll(commands).toContain('Go to boat.jpg')
    await userEvent.keyboard('{Enter}')
    const focused = () => {
      const { pictures, selection } = app.store.getState()
      return pictures.find(({ id }) => id === selection.focusId)?.name
    }
    await expect.poll(focused).toBe('boat.jpg')
  })

  it.each(['en', 'es', 'ar'] as const)('leads where people mean, %s', async (language) => {
    const { app, open, commands, words, whenIdle } = await setup()
    app.actions.loadBuiltIn()
    await whenIdle()
    await open()
    app.actions.setLanguage(language)
    await expect.poll(() => words.now().language).toBe(language)
    const { t } = words.with(texts)
    const expected: readonly (readonly [typed: Readonly<Record<Language, string>>, found: string])[] = [
      [{ en: 'help', es: 'ayuda', ar: 'مساعدة' }, t('commands.keys')],
      [{ en: 'clip', es: 'clip', ar: 'clip' }, t('commands.loadModel', { name: 'CLIP ViT-B/32' })],
      [{ en: 'imagenet', es: 'imagenet', ar: 'imagenet' }, t('commands.modes.imagenet')],
      [{ en: 'template', es: 'plantilla', ar: 'قالب' }, t('commands.sections.template')],
      [{ en: 'forget', es: 'olvidar', ar: 'نسيان' }, t('commands.privacy')],
      [{ en: 'phone', es: 'móvil', ar: 'هاتف' }, t('commands.howToInstall')],
      [
        { en: 'copy', es: 'copiar', ar: 'نسخ' },
        t('commands.copyResult', { form: t('ranking.copyForms.text') }),
      ],
      [{ en: 'live camera', es: 'cámara', ar: 'الكاميرا' }, t('pictures.live')],
      [{ en: 'remove', es: 'quitar', ar: 'ازالة' }, t('commands.remove', { count: 1 })],
      [{ en: 'camera', es: 'camara', ar: 'كاميرا' }, t('pictures.live')],
      [{ en: 'webcam', es: 'webcam', ar: 'ويب كام' }, t('pictures.live')],
      [{ en: 'share screen', es: 'compartir pantalla', ar: 'مشاركة شاشة' }, t('pictures.live')],
      [{ en: 'photo', es: 'foto', ar: 'صورة' }, t('pictures.chooseFiles')],
      [{ en: 'install', es: 'instalar', ar: 'تثبيت' }, t('commands.howToInstall')],
      [
        { en: 'documents', es: 'documentos', ar: 'مستندات' },
        t('commands.useSet', { name: t('tags.sets.documents') }),
      ],
      [{ en: 'several tags', es: 'varias etiquetas', ar: 'عدة وسوم' }, t('commands.answers.multi')],
    ]
    for (const [typed, found] of expected) {
      await userEvent.fill(page.getByRole('combobox'), typed[language])
      await expect
        .poll(() => (commands()[0]?.startsWith(found) ? found : commands()), { message: typed[language] })
        .toBe(found)
    }
    await userEvent.fill(page.getByRole('combobox'), { en: 'remove', es: 'quitar', ar: 'إزالة' }[language])
    await expect.poll(commands).toContain(t('commands.removeAll', { count: 3 }))
    expect(commands()).not.toContain(t('commands.chooseModel'))
  })

  it('copies what is said of the picture in focus, and says so', async () => {
    const { app, copied, open, whenIdle } = await setup()
    await app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
    await whenIdle()
    await open()
    await userEvent.keyboard('copy text{Enter}')
    await expect.poll(() => copied[0]).toMatch(/^apple\.jpg\n.+: \S+\s%\n/u)
    await expect.element(page.getByText('Copied', { exact: true })).toBeVisible()
  })

  it('opens the section that is asked for, and leaves focus there', async () => {
    const { open } = await setup()
    await open()
    await userEvent.keyboard('template{Enter}')
    await expect.element(page.getByRole('textbox', { name: 'One or several, a line each' })).toBeVisible()
    expect(document.activeElement?.textContent).toContain('Template')
  })

  it('shows only the pictures of a tag', async () => {
    const { app, open } = await setup()
    const tag = app.store.getState().tags[0]
    await open()
    await userEvent.keyboard(`only ${tag?.text ?? ''}{Enter}`)
    await expect.poll(() => app.store.getState().filter.answers).toEqual([tag?.id])
  })

  it('says so when no command is called that', async () => {
    const { open, palette } = await setup()
    await open()
    await userEvent.keyboard('qqqqzzzz')
    await expect.element(palette.getByText('No command is called that.')).toBeVisible()
  })
})
