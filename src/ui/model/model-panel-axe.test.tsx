import axe from 'axe-core'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { hubSource } from '../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../core/model/model-source'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../testing/fakes/fake-ui-platform'
import { begunClip, wholeMobileClip } from '../../testing/model-fixtures'
import { renderApp } from '../render-app'
import '../theme.css'

type App = ReturnType<typeof createFakeApp>['app']

const hub = (id: string) => hubSource(HUB_HOST, id)
const choose = (id: string) => ({ source: hub(id), dtype: 'auto', device: 'auto' }) as const
const part = (name: string) => {
  const radio = page.getByRole('radio', { name, exact: true }).element()
  if (radio instanceof HTMLElement) radio.click()
}

const states: readonly [string, (app: App) => unknown][] = [
  ['the list', () => part('Choose')],
  ['the model in use', () => part('In use')],
  ['what is stored', () => part('On this device')],
  ['a plan', (app) => app.actions.chooseModel(choose('Xenova/clip-vit-base-patch32'))],
  ['a question to the host', (app) => void app.actions.chooseModel(choose('owner/asking'))],
  ['a download', (app) => void app.actions.loadModel(hub('owner/slow-clip'))],
  ['a failure', (app) => app.actions.chooseModel(choose('owner/missing'))],
  ['a demotion', (app) => app.actions.loadModel(hub('owner/demoted'))],
]

/** Colours are judged when nothing fades any more; what wanders for ever keeps its colours. */
const still = () =>
  Promise.all(
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
      .map(({ finished }) => finished),
  )

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  ([1280, 360] as const).map((width) => ({ theme, width })),
)

it.each(states)('the panel with %s gives axe nothing to find', async (_name, reach) => {
  for (const { theme, width } of looks) {
    await page.viewport(width, 760)
    const { app, whenIdle, site, words } = createFakeApp({ theme, stored: [wholeMobileClip, begunClip] })
    const root = document.body.appendChild(document.createElement('div'))
    root.id = 'root'
    const close = renderApp(root, app, createFakeUiPlatform().platform, site, words)
    app.actions.loadBuiltIn()
    await whenIdle()
    await page.getByRole('button', { name: /^Model:/ }).click()
    await expect.element(page.getByRole('dialog', { name: 'Model' })).toBeVisible()
    await reach(app)
    await document.fonts.ready
    await still()
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    close()
    document.body.replaceChildren()
  }
})
