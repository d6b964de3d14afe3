import type { StoreApi } from 'zustand/vanilla'
import type { AllowedOrigins } from '../../platform/storage/allowed-origins'
import type { OriginActions, SiteState } from './site'

/** Lets other sites use the engine, each only once the person has allowed it. */
export interface OriginGate {
  isAllowed(origin: string): boolean
  /**
   * Puts the question to the person, once in a visit; one question at a time.
   * @param onAllowed told if they allow it; of several by one site, the newest.
   */
  ask(origin: string, onAllowed: () => void): void
}

/** Creates the gate over the site's store. */
export const createOriginGate = (
  store: StoreApi<SiteState>,
  kept: AllowedOrigins,
): { readonly gate: OriginGate; readonly actions: OriginActions } => {
  const refused = new Set<string>()
  /** Of the site that is asked about: only its newest request, however many it sends. */
  let tellAllowed: () => void = () => undefined

  /** What was allowed where nothing can be kept: it holds as long as the page. */
  let unkept: readonly string[] | null = null

  const keep = (allowedOrigins: readonly string[]) => {
    kept.write(allowedOrigins)
    unkept = kept.read().length === allowedOrigins.length ? null : allowedOrigins
    store.setState({ allowedOrigins })
  }

  /** Read again each time: another tab may have allowed or removed one meanwhile. */
  const allowed = (): readonly string[] => unkept ?? kept.read()

  return {
    gate: {
      isAllowed: (origin) => allowed().includes(origin),
      ask: (origin, onAllowed) => {
        if (refused.has(origin)) return
        const { askingOrigin } = store.getState()
        if (askingOrigin !== null && askingOrigin !== origin) return
        tellAllowed = onAllowed
        if (askingOrigin === null) store.setState({ askingOrigin: origin })
      },
    },
    actions: {
      allowOrigin: () => {
        const { askingOrigin } = store.getState()
        if (askingOrigin === null) return
        keep([...allowed().filter((origin) => origin !== askingOrigin), askingOrigin])
        store.setState({ askingOrigin: null })
        tellAllowed()
      },
      refuseOrigin: () => {
        const { askingOrigin } = store.getState()
        if (askingOrigin === null) return
        refused.add(askingOrigin)
        store.setState({ askingOrigin: null })
      },
      removeOrigin: (origin) => {
        keep(allowed().filter((other) => other !== origin))
      },
    },
  }
}
