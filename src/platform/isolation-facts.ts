import type { IsolationFacts } from '../core/site/should-reload-for-isolation'

/** Marks, for the life of a tab, that it was reloaded for isolation. */
const KEY = 'taglens.isolation-reload'

/** What the browser knows of {@link IsolationFacts}. */
export const probeIsolation = (): Pick<IsolationFacts, 'isolated' | 'triedBefore' | 'framed' | 'cores'> => {
  let triedBefore = true
  try {
    triedBefore = sessionStorage.getItem(KEY) !== null
  } catch {
    // Without a memory a second reload could not be told from a first.
  }
  return {
    isolated: crossOriginIsolated,
    triedBefore,
    framed: window.top !== window,
    cores: navigator.hardwareConcurrency,
  }
}

/** Loads the page again and remembers that it did; not at all where it cannot remember. */
export const reloadForIsolation = (): void => {
  try {
    sessionStorage.setItem(KEY, 'yes')
    if (sessionStorage.getItem(KEY) === null) return
  } catch {
    return
  }
  location.reload()
}
