import type { StoreApi } from 'zustand/vanilla'
import type { AppBuild } from '../../core/site/app-build'
import type { NetworkEntry } from '../../core/site/network/network-entry'

/** How far a new version of the app is. */
export type UpdatePhase =
  | { readonly kind: 'none' }
  /** Installed, or on the host where there is no service worker, and waiting for the person. */
  | { readonly kind: 'ready' }
  /** Carrying the pictures over, then reloading. */
  | { readonly kind: 'applying' }
  /** There is no room to carry the pictures over, so nothing was done. */
  | { readonly kind: 'no-room' }

/** Pictures that another app or site has sent, which no one has agreed to yet. */
export type SentPhase =
  | { readonly kind: 'none' }
  /** `leftOut` other files came with them that were not taken. */
  | { readonly kind: 'asking'; readonly count: number; readonly leftOut: number }
  /** All of it was over the limits or no pictures. */
  | { readonly kind: 'refused' }

/** What concerns the app as a site that is installed and updated; none of it matters to a result. */
export interface SiteState {
  readonly update: UpdatePhase
  /** The browser offers to install the app. */
  readonly canInstall: boolean
  /** Nothing is asked of any other host than the app's own. */
  readonly airplane: boolean
  /** What was asked since the page was opened, newest last; the oldest are dropped. */
  readonly network: readonly NetworkEntry[]
  readonly sent: SentPhase
  /** Another site that asks to use the engine, until the person has answered; one at a time. */
  readonly askingOrigin: string | null
  /** Sites that may, each as its origin. */
  readonly allowedOrigins: readonly string[]
}

/** What a person may say to other sites that want to use the engine. */
export interface OriginActions {
  /** Lets the site that asks, now and at later visits. */
  allowOrigin(): void
  /** Not in this visit. */
  refuseOrigin(): void
  removeOrigin(origin: string): void
}

/** What a person may say to pictures that were sent. */
export interface SentActions {
  addSent(): void
  discardSent(): void
}

/** What a person may do about it. */
export interface SiteActions extends OriginActions, SentActions {
  /** Changes to the new version, with the pictures on the page; the page reloads. */
  applyUpdate(): Promise<void>
  /** Leaves the new version for the next visit. */
  putOffUpdate(): void
  /** Shows the browser's dialog for installing. */
  install(): void
  /** @returns resolves when workers know it too. */
  setAirplane(on: boolean): Promise<void>
  /** Takes down an exception that something was shown for, and looks for a new version where a part was missing. */
  reportFault(error: unknown): void
  /** Gathers what a report of a problem says; nothing about pictures or tags. */
  diagnose(): Promise<string>
}

/** The app as an installed site, for the interface. */
export interface Site {
  readonly store: Pick<StoreApi<SiteState>, 'getState' | 'subscribe' | 'getInitialState'>
  readonly actions: SiteActions
  readonly build: AppBuild
}
