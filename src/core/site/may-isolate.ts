/** What is known when a page that is not isolated is about to load a model that gains by threads. */
export interface IsolationFacts {
  /** The page is cross-origin isolated already: by its host's headers or by the service worker. */
  readonly isolated: boolean
  /** The service worker is active and said that it adds the headers. */
  readonly offered: boolean
  /** Somebody asked to bypass the service worker for this load (Shift and reload). */
  readonly bypassed: boolean
  /** This tab was opened once more for isolation before, or cannot remember whether it was. */
  readonly triedBefore: boolean
  /** Another page has hold of this one: it frames it, or opened it and may speak to it. Isolation would cut it off. */
  readonly held: boolean
  readonly cores: number
  /** A program has asked for `window.taglens`, whose calls would be lost. */
  readonly scripted: boolean
  /**
   * A model is on its way from or to the person's own files, or pictures that were sent wait for an answer: neither
   * can be carried over.
   */
  readonly transferring: boolean
  /** There are more pictures on it than can be carried over in a moment. */
  readonly heavy: boolean
}

/** Whether the page may be opened once more, with all that is on it, so that a model gets threads: once in a tab. */
export const mayIsolate = (facts: IsolationFacts): boolean =>
  facts.offered &&
  facts.cores > 1 &&
  !facts.isolated &&
  !facts.bypassed &&
  !facts.triedBefore &&
  !facts.held &&
  !facts.scripted &&
  !facts.transferring &&
  !facts.heavy
