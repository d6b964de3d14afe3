import type { Language } from '../../core/preferences/language'
import type { Theme } from '../../state/app-state'
import { createScreenStore, type ScreenStore } from '../../ui/context/screen-state'
import { renderApp } from '../../ui/render-app'
import { createFakeApp, type FakeAppOptions } from '../fakes/fake-app'
import { createFakeUiPlatform } from '../fakes/fake-ui-platform'

/** How a scene is looked at. */
export interface Look {
  readonly theme: Theme
  readonly language: Language
}

/** A page over the real state and a made-up engine, with what a person does as verbs. */
export interface Stage {
  readonly app: ReturnType<typeof createFakeApp>['app']
  readonly whenIdle: () => Promise<void>
  /** What is open, which a scene sets as the page does. */
  readonly screen: ScreenStore
  /** Presses the button, choice or summary of that name, once it is there. */
  press(name: string | RegExp): Promise<void>
  /** Resolves once a dialog with something in it is there: most come late. */
  opened(): Promise<void>
  /** Resolves once a region of that name is there. */
  shown(name: string): Promise<void>
  /** Resolves once a list of that name is there. */
  listed(name: string): Promise<void>
  /** Has the page speak another language, as it stands. */
  speak(language: Language): Promise<void>
  /** Takes the page away again. */
  close(): void
}

/** Longer than any part of a page takes to come; a scene that waits for more is wrong. */
const MOST_MS = 10_000

/** The first answer of `find` that is not `null`, now or after a change of the page. */
const appears = <T>(find: () => T | null, what: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const look = (): boolean => {
      const found = find()
      if (found !== null) resolve(found)
      return found !== null
    }
    if (look()) return
    const observer = new MutationObserver(() => {
      if (!look()) return
      observer.disconnect()
      clearTimeout(late)
    })
    const late = setTimeout(() => {
      observer.disconnect()
      reject(new Error(`The page shows no ${what}.`))
    }, MOST_MS)
    observer.observe(document.documentElement, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
  })

const PRESSED = 'button, summary, input[type=radio], [role=radio]'

const nameOf = (element: Element): string => {
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
  return (element.getAttribute('aria-label') ?? label ?? element.textContent).trim()
}

const findPressed = (name: string | RegExp): HTMLElement | null => {
  const matches = (element: Element) =>
    typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element))
  const found = [...document.querySelectorAll<HTMLElement>(PRESSED)].filter(matches)
  return found.find((element) => element.checkVisibility({ visibilityProperty: true })) ?? null
}

/** Opens the app's page in `root`. */
export const openStage = async (
  root: HTMLElement,
  { theme, language }: Look,
  options: FakeAppOptions,
): Promise<Stage> => {
  const { app, whenIdle, site, words } = createFakeApp({ ...options, theme, language })
  await words.speak(language)
  const platform = { ...createFakeUiPlatform().platform, languages: () => [language] }
  const screen = createScreenStore()
  const close = renderApp(root, app, platform, site, words, screen)
  return {
    app,
    whenIdle,
    screen,
    close,
    press: async (name) => {
      const element = await appears(() => findPressed(name), `button ${String(name)}`)
      element.click()
    },
    speak: async (wanted) => {
      app.actions.setLanguage(wanted)
      await appears(() => (document.documentElement.lang === wanted ? wanted : null), `page in ${wanted}`)
    },
    shown: async (name) => {
      await appears(() => document.querySelector(`:is(section, [role=group])[aria-label="${name}"]`), name)
    },
    listed: async (name) => {
      await appears(() => document.querySelector(`:is(ul, ol)[aria-label="${name}"] li`), name)
    },
    opened: async () => {
      await appears(() => document.querySelector('[role=dialog] :is(button, input)'), 'dialog')
    },
  }
}
