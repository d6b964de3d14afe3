import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { App } from '../state/app'
import type { Theme } from '../state/app-state'
import type { Site } from '../state/site'
import { createFrameStore } from './frame-store'
import { createScreenStore } from './screen-state'
import { Page } from './shell/page'
import { UiContext } from './ui-context'
import type { UiPlatform } from './ui-platform'

const applyTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/**
 * Draws the page into `root` and keeps it in step with `app`. The styles are `theme.css`, which `index.html`
 * links so that they are there before the first script.
 *
 * @param opens name of a dialog or mode to begin with, as an address may ask for; any other text opens none.
 * @returns takes the page away again; for tests.
 */
export const renderApp = (
  root: HTMLElement,
  app: App,
  platform: UiPlatform,
  site: Site,
  opens: string | null = null,
): (() => void) => {
  applyTheme(app.store.getState().settings.theme)
  const unsubscribe = app.store.subscribe((state, before) => {
    if (state.settings.theme !== before.settings.theme) applyTheme(state.settings.theme)
  })
  const reactRoot = createRoot(root)
  reactRoot.render(
    <StrictMode>
      <UiContext
        value={{ app, frames: createFrameStore(app.store), platform, site, screen: createScreenStore(opens) }}
      >
        <Page />
      </UiContext>
    </StrictMode>,
  )
  return () => {
    unsubscribe()
    reactRoot.unmount()
  }
}
