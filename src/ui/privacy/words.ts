import type { HostTotal } from '../../core/network/network-entry'
import { formatBytes, plural } from '../primitives/format'

/** What the privacy dialog says. */
export const words = {
  title: 'Privacy',
  promise:
    'Pictures, tags and results never leave this device. All that is asked of a network is the app itself, a model from the host you choose, and a picture whose address you typed.',
  airplane: 'Airplane switch',
  airplaneText: 'Ask nothing of any other host, not even for a model. What is on this device still works.',
  log: 'What was asked, since this page was opened',
  nothing: 'Nothing yet.',
  ownHost: 'the app’s own',
  latest: 'Latest requests',
  sites: 'Sites that may use Taglens',
  sitesText:
    'They may send pictures and texts to be classified here and get the results. They see nothing else.',
  removeSite: 'Remove',
  removeNamedSite: (origin: string) => `Remove ${origin}`,
  diagnostics: 'Report of a problem',
  diagnosticsText: 'Versions, device, model and error codes. Nothing about pictures or tags.',
  showReport: 'Show the report',
  copyReport: 'Copy the report',
} as const

/** `12, 1 refused`: how often a host was asked, and what did not become an answer. */
export const describeCounts = ({ answered, failed, refused }: HostTotal): string =>
  [
    plural(answered + failed + refused, 'request', 'requests'),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
  ].join(', ')

/** Sizes that hosts state; those that state none count as nothing. */
export const describeSize = ({ bytes }: HostTotal): string => (bytes === 0 ? '' : formatBytes(bytes))

/** A time of today, to the second. */
export const describeTime = (at: number): string => new Date(at).toLocaleTimeString('en-GB')
