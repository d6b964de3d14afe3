/** What Chromium sends where the app can be installed; in no standard yet, so in no library of types. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<unknown>
}

/** The browser's offer to install the app, kept for the app's own button. */
export interface InstallOffer {
  /** Tells at each change whether there is an offer; at once if there is. */
  onChange(listener: (offered: boolean) => void): void
  /** Shows the browser's dialog. An offer can be used once. */
  take(): Promise<void>
}

/** Waits for the offer from now on; it comes early in the life of a page, or never. */
export const watchInstallOffer = (): InstallOffer => {
  let offer: BeforeInstallPromptEvent | null = null
  const listeners = new Set<(offered: boolean) => void>()
  const change = (next: BeforeInstallPromptEvent | null) => {
    offer = next
    for (const listener of listeners) listener(offer !== null)
  }
  window.addEventListener('beforeinstallprompt', (event) => {
    // The app's own button asks, when the person wants it; the browser's banner would ask now.
    event.preventDefault()
    change(event as BeforeInstallPromptEvent)
  })
  window.addEventListener('appinstalled', () => {
    change(null)
  })
  return {
    onChange: (listener) => {
      listeners.add(listener)
      if (offer) listener(true)
    },
    take: async () => {
      const taken = offer
      change(null)
      await taken?.prompt()
    },
  }
}
