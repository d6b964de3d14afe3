import { createContext, use, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { App } from '../../state/app'
import type { AppActions } from '../../state/app-actions'
import type { AppState } from '../../state/app-state'
import type { Site, SiteState } from '../../state/site/site'
import type { Wording, WordingWith } from '../../words/wording'
import type { Words } from '../../words/create-words'
import type { createFrameStore } from './frame-store'
import type { ScreenState, ScreenStore } from './screen-state'
import type { UiPlatform } from './ui-platform'

/** Everything that components reach, made once and never replaced. */
export interface UiServices {
  readonly app: App
  /** `app.store`, told of no more than can be drawn. */
  readonly frames: ReturnType<typeof createFrameStore>
  readonly platform: UiPlatform
  readonly site: Site
  readonly screen: ScreenStore
  readonly words: Words
}

/** Provided by `render-app.tsx`. */
export const UiContext = createContext<UiServices | null>(null)

const useServices = (): UiServices => {
  const services = use(UiContext)
  if (services === null) throw new Error('A component stands outside of UiContext')
  return services
}

export const useApp = (): App => useServices().app

export const useActions = (): AppActions => useServices().app.actions

export const usePlatform = (): UiPlatform => useServices().platform

/** One value of the app's state. The selector must give the same reference while the value is the same. */
export const useAppState = <T>(select: (state: AppState) => T): T => useStore(useServices().frames, select)

export const useScreenStore = (): ScreenStore => useServices().screen

/** One value of the screen's own state. */
export const useScreen = <T>(select: (state: ScreenState) => T): T => useStore(useServices().screen, select)

export const useSite = (): Site => useServices().site

/** One value of what concerns the app as an installed site. */
export const useSiteState = <T>(select: (state: SiteState) => T): T =>
  useStore(useServices().site.store, select)

/** The words of the interface's language; the component is drawn again when it changes. */
export const useWords = (): Wording => {
  const { words } = useServices()
  return useSyncExternalStore(words.subscribe, words.now)
}

/** The words for what runs later than it is drawn, and must speak the language of that moment. */
export const useWordsStore = (): Words => useServices().words

/**
 * The words with English texts that come with a late part, drawn again when the language changes (ADR 31). For such parts
 * alone: what the page begins with would take the texts along.
 */
export const useWordsWith = <Texts extends object>(texts: Texts): WordingWith<Texts> => {
  useWords()
  return useWordsStore().with(texts)
}
