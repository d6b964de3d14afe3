import axe from 'axe-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { scenes } from './scenes'
import { openStage, type Stage } from './stage'
import { UNFADING, WHOLE_PAGE } from '../axe-rules'
import { setViewport } from '../set-viewport'
import '../../ui/theme.css'

const unfading = new CSSStyleSheet()
unfading.replaceSync(UNFADING)
document.adoptedStyleSheets.push(unfading)

// What moves costs a fifth of the work, and is waited for: axe looks at what has come to rest.
const prefersMotion = (value: 'reduce' | '') =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] })
beforeAll(() => prefersMotion('reduce'))
afterAll(() => prefersMotion(''))

let stage: Stage | null = null
afterEach(() => {
  stage?.close()
  stage = null
  document.body.replaceChildren()
})

/** Colours are judged when nothing moves any more; what wanders for ever keeps its colours. */
const still = () =>
  Promise.all(
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
      .map(({ finished }) => finished.catch(() => null)),
  )

/** What axe finds wrong with the page as it is, each with the elements. */
const violations = async (): Promise<string[]> => {
  await document.fonts.ready
  await still()
  const found = await axe.run(document.body, { ...WHOLE_PAGE, resultTypes: ['violations'] })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** What scrolls up and down and is wider than its room: the rest of it can never be seen. */
const cutAtTheSide = () =>
  [...document.querySelectorAll('.scroll-y')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ className, scrollWidth, clientWidth }) => `${className}: ${scrollWidth} in ${clientWidth} px`)

/** What a scene is looked at on: each screen and each theme once, since a theme's colours are the same on either. */
const WIDE = { width: 1280, theme: 'light' } as const
const PHONE = { width: 360, theme: 'dark' } as const

const everyScene = Object.values(scenes).flat()

test.each(everyScene.map((scene) => [scene.name, scene] as const))(
  '%s gives axe nothing to find, light or dark, and is as wide as the screen',
  async (_name, { options = {}, reach, wideOnly = false, translated = false }) => {
    const seen = wideOnly ? [WIDE, { ...WIDE, theme: 'dark' } as const] : [WIDE, PHONE]
    const check = async (look: string, width: number) => {
      expect(await violations(), look).toEqual([])
      expect(document.documentElement.scrollWidth, look).toBeLessThanOrEqual(width)
      expect(cutAtTheSide(), look).toEqual([])
    }
    for (const { width, theme } of seen) {
      await setViewport(width, 760)
      const root = document.body.appendChild(document.createElement('div'))
      root.id = 'root'
      stage = await openStage(root, { theme, language: 'en' }, options)
      await reach?.(stage)
      await check(`${theme}, ${width} px`, width)
      if (translated && theme === 'dark')
        for (const language of ['es', 'ar'] as const) {
          await stage.speak(language)
          await check(`${theme}, ${width} px, ${language}`, width)
        }
      stage.close()
      document.body.replaceChildren()
    }
  },
)

test('no two scenes have one name', () => {
  expect(new Set(everyScene.map(({ name }) => name)).size).toBe(everyScene.length)
})
