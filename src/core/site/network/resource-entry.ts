import type { Bytes } from '../../brands'
import type { Asker, NetworkEntry } from './network-entry'

/** What a browser writes down about one file that a page or worker has loaded (Resource Timing). */
export interface ResourceFacts {
  /** What loaded it: `script`, `img`, `fetch`, `navigation` … */
  readonly initiatorType: string
  /** Bytes on the line, head included; 0 where it was on the device, and of another host that keeps it secret. */
  readonly transferSize: number
  /** Bytes of the body as it was sent; 0 under the same secrecy. */
  readonly encodedBodySize: number
  /** 0 where no answer came; missing in browsers that do not say. */
  readonly responseStatus?: number
  /** Milliseconds since the page or worker began. */
  readonly startTime: number
}

interface ResourceContext {
  readonly url: string
  readonly host: string
  /** Whether it is the app's own host. */
  readonly isOwn: boolean
  readonly asker: Asker
  /** Milliseconds since 1970 when the page or worker began. */
  readonly began: number
}

/**
 * The log's entry of a loaded file; `null` for what the guard before `fetch` tells: requests to other hosts, whose
 * sizes a browser keeps secret, and those that failed.
 */
export const resourceToEntry = (
  { initiatorType, transferSize, encodedBodySize, responseStatus, startTime }: ResourceFacts,
  { url, host, isOwn, asker, began }: ResourceContext,
): NetworkEntry | null => {
  const failed = isOwn && responseStatus === 0
  if (initiatorType === 'fetch' && (!isOwn || failed)) return null
  const entry = { url, host, asker, at: began + startTime }
  if (failed) return { ...entry, outcome: 'failed', bytes: null }
  if (!isOwn) return { ...entry, outcome: 'answered', bytes: null }
  if (transferSize > 0) return { ...entry, outcome: 'answered', bytes: transferSize as Bytes }
  // A service worker's answers may have no size.
  return { ...entry, outcome: 'kept', bytes: encodedBodySize > 0 ? (encodedBodySize as Bytes) : null }
}
