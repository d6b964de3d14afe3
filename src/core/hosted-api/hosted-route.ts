import type { Bytes } from '../brands'

/** What is answered in the page in place of a hosted service. */
export type HostedRoute = 'clip' | 'vit' | 'compare' | 'embed-image' | 'embed-text'

/** Relative to the app's address; the last three also stand under `api/`. */
const ROUTES: Readonly<Record<string, HostedRoute>> = {
  'api/image-classification/clip': 'clip',
  'api/image-classification/vit': 'vit',
  'clip/compare': 'compare',
  'clip/embed_image': 'embed-image',
  'clip/embed_text': 'embed-text',
  'api/clip/compare': 'compare',
  'api/clip/embed_image': 'embed-image',
  'api/clip/embed_text': 'embed-text',
}

/**
 * The route of a path relative to the app, `unknown` for any other path under `api/`, and `null` for what is no
 * business of the API.
 */
export const routeOfPath = (path: string): HostedRoute | 'unknown' | null => {
  const name = path.replace(/\/$/, '')
  if (Object.hasOwn(ROUTES, name)) return ROUTES[name] ?? null
  return name === 'api' || name.startsWith('api/') ? 'unknown' : null
}

/** The methods that do work; `OPTIONS` tells them. */
export const methodsOf = (route: HostedRoute): readonly string[] =>
  route === 'clip' || route === 'vit' ? ['GET', 'HEAD', 'POST', 'OPTIONS'] : ['POST', 'OPTIONS']

const MEGABYTE = 1024 * 1024

/** A form carries a picture as it is; the text of JSON lies in memory several times over while it is read. */
export const mostBytes = (route: HostedRoute): Bytes =>
  (route === 'clip' || route === 'vit' ? 64 * MEGABYTE : 32 * MEGABYTE) as Bytes

/** Prompts, pictures or texts in one request. Hosted, it was eight. */
export const MOST_ITEMS = 10_000
