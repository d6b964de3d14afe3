import type { Asker, NetworkEntry } from '../core/site/network/network-entry'
import { resourceToEntry, type ResourceFacts } from '../core/site/network/resource-entry'

interface WatchOptions {
  readonly asker: Asker
  /** The app's own address. */
  readonly home: string
  readonly report: (entry: NetworkEntry) => void
}

/**
 * Reports every file that this page or worker loads and has loaded: itself, scripts, styles, pictures, fonts,
 * workers' scripts and what is fetched of the app's own. With {@link guardFetch}, nothing is told twice.
 */
export const watchResources = ({ asker, home, report }: WatchOptions): void => {
  // A browser without it has a shorter log.
  if (typeof PerformanceObserver === 'undefined') return
  const began = performance.timeOrigin
  const observer = new PerformanceObserver((list) => {
    for (const timing of list.getEntries()) {
      const url = new URL(timing.name, home)
      // `data:` and `blob:` lie in memory.
      if (!url.protocol.startsWith('http')) continue
      const place = { url: url.href, host: url.host, isOwn: url.origin === new URL(home).origin }
      // Entries of the two types below, by their specification.
      const entry = resourceToEntry(timing as PerformanceEntry & ResourceFacts, { ...place, asker, began })
      if (entry) report(entry)
    }
  })
  // The page itself is told once it is loaded, which is after this; from the buffer Chromium gives it twice.
  if (PerformanceObserver.supportedEntryTypes.includes('navigation')) observer.observe({ type: 'navigation' })
  observer.observe({ type: 'resource', buffered: true })
}
