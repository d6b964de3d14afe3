import type { Bytes } from '../brands'
import type { HostedRoute } from './hosted-route'

const MEGABYTE = 1024 * 1024

/** A form carries a picture as it is; the text of JSON lies in memory several times over while it is read. */
export const mostBytes = (route: HostedRoute): Bytes =>
  (route === 'clip' || route === 'vit' ? 64 * MEGABYTE : 32 * MEGABYTE) as Bytes

/** Prompts, pictures or texts in one request. Hosted, it was eight. */
export const MOST_ITEMS = 10_000
