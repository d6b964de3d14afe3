import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { chooseLanguage } from '../core/preferences/language'
import type { App } from '../state/app'
import type { Theme } from '../state/app-state'
import type { Site } from '../state/site/site'
import type { Words } from '../words/create-words'
import type { Wording } from '../words/wording'
import { createFrameStore } from './context/frame-store'
import { createScreenStore, type ScreenStore } from './context/screen-state'
import { PagePart } from './parts/part'
import { Page } from './shell/page'
import { UiContext } from './context/ui-context'
import type { UiPlatform } from './context/ui-platform'

const applyLanguage = ({ language, direction }: Wording): void => {
  document.documentElement.lang = language
  document.documentElement.dir = direction
}

/** Light or dark, whatever the system has, where the person has chosen. */
export const applyTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/**
 * Draws the page into `root`, in the language that `words` have, and keeps it in step with `app`. The styles are `theme.css`, which `index.html`
 * links so that they are there before the first script.
 *
 * @returns takes the page away again; for tests.
 */
export const renderApp = (
  root: HTMLElement,
  app: App,
  platform: UiPlatform,
  site: Site,
  words: Words,
  screen: ScreenStore = createScreenStore(),
): (() => void) => {
  /** Where the texts cannot be had the language stays, and the person hears why. */
  const speak = async (): Promise<void> => {
    const { language } = app.store.getState().settings
    if (await words.speak(chooseLanguage(language, platform.languages()))) return
    app.actions.showProblem({ code: 'PART_NOT_LOADED', detail: 'words' }, () => void speak())
  }
  applyTheme(app.store.getState().settings.theme)
  applyLanguage(words.now())
  const unsubscribe = app.store.subscribe(({ settings }, before) => {
    if (settings.theme !== before.settings.theme) applyTheme(settings.theme)
    if (settings.language !== before.settings.language) void speak()
  })
  const unsubscribeWords = words.subscribe(() => {
    applyLanguage(words.now())
  })
  const report = (error: unknown) => {
    console.error(error)
    site.actions.reportFault(error)
  }
  const reactRoot = createRoot(root, { onCaughtError: report, onUncaughtError: report })
  // At once, so that the page is there when this returns.
  flushSync(() => {
    reactRoot.render(
      <StrictMode>
        <UiContext
          value={{
            app,
            frames: createFrameStore(app.store),
            platform,
            site,
            screen,
            words,
          }}
        >
          <PagePart>
            <Page />
          </PagePart>
        </UiContext>
      </StrictMode>,
    )
  })
  return () => {
    unsubscribe()
    unsubscribeWords()
    reactRoot.unmount()
  }
}
