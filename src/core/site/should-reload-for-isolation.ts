/** What is known when the service worker could isolate the page, if the page were loaded once more. */
export interface IsolationFacts {
  /** The page is cross-origin isolated already: by its host's headers or by the service worker. */
  readonly isolated: boolean
  /** The service worker is active and said that it adds the headers. */
  readonly offered: boolean
  /** Somebody asked to bypass the service worker for this load (Shift and reload). */
  readonly bypassed: boolean
  /** This tab was reloaded for isolation before, or cannot remember whether it was. */
  readonly triedBefore: boolean
  /** In a frame the page that embeds it decides. */
  readonly framed: boolean
  readonly cores: number
  /** The person has pressed, clicked or typed anything since the page was opened. */
  readonly touched: boolean
  /** A program has asked for `window.taglens`, whose calls would be lost. */
  readonly scripted: boolean
  /** Pictures, tags or a model that the person brought and that a reload would take away. */
  readonly hasWork: boolean
}

/**
 * Whether to load the page once more, now, for threads. At most once in a tab, and only while nothing of the
 * person's is on it; otherwise the next visit is isolated anyway.
 */
export const shouldReloadForIsolation = (facts: IsolationFacts): boolean =>
  facts.offered &&
  facts.cores > 1 &&
  !facts.isolated &&
  !facts.bypassed &&
  !facts.triedBefore &&
  !facts.framed &&
  !facts.touched &&
  !facts.scripted &&
  !facts.hasWork
