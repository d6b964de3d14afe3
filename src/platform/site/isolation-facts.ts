import type { IsolationFacts } from '../../core/site/may-isolate'

/** Marks, for the life of a tab, that it was opened once more for isolation. */
const KEY = 'taglens.isolation-reload'

/** What the browser knows of {@link IsolationFacts}. */
export const probeIsolation = (): Pick<IsolationFacts, 'isolated' | 'triedBefore' | 'held' | 'cores'> => {
  let triedBefore = true
  try {
    triedBefore = sessionStorage.getItem(KEY) !== null
  } catch {
    // Without a memory a second time could not be told from a first.
  }
  return {
    isolated: crossOriginIsolated,
    triedBefore,
    held: window.top !== window || window.opener !== null,
    cores: navigator.hardwareConcurrency,
  }
}

/** Remembers that this tab is opened once more for isolation; `false` where it cannot. */
export const rememberIsolation = (): boolean => {
  try {
    sessionStorage.setItem(KEY, 'yes')
    return sessionStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}
