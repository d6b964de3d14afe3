import type { Bytes } from '../brands'

/** What is answered in the page in place of a hosted service. */
export type HostedRoute =
  | 'clip'
  | 'vit'
  | 'compare'
  | 'embed-image'
  | 'embed-text'
  /** `/{classifier}/{version}`, of a classifier of the person's own. */
  | 'trained'
  | 'infer'
  /** Hugging Face's task zero-shot-image-classification. */
  | 'hf-zero-shot'
  /** Hugging Face's task image-classification. */
  | 'hf-classes'

/** Relative to the app's address; those of Roboflow also stand under `api/`. */
const ROUTES: Readonly<Record<string, HostedRoute>> = {
  'api/image-classification/clip': 'clip',
  'api/image-classification/vit': 'vit',
  'clip/compare': 'compare',
  'clip/embed_image': 'embed-image',
  'clip/embed_text': 'embed-text',
  'api/clip/compare': 'compare',
  'api/clip/embed_image': 'embed-image',
  'api/clip/embed_text': 'embed-text',
  'infer/classification': 'infer',
  'api/infer/classification': 'infer',
  'api/huggingface/zero-shot-image-classification': 'hf-zero-shot',
  'api/huggingface/image-classification': 'hf-classes',
}

/**
 * A classifier and its version, with or without `api/`: what has a dot is a file of the app, and beside the other
 * addresses there are no classifiers.
 */
const TRAINED = /^(?:api\/)?(?!(?:api|clip|infer|image-classification|huggingface)\/)([\w-]+)\/([\w-]+)$/

/**
 * The route of a path relative to the app, `unknown` for any other path under `api/`, and `null` for what is no
 * business of the API. Of the app's own folders only a file is asked for, by `GET`: a classifier is asked by `POST`.
 */
export const routeOfPath = (path: string, method: string): HostedRoute | 'unknown' | null => {
  const name = path.replace(/\/$/, '')
  if (Object.hasOwn(ROUTES, name)) return ROUTES[name] ?? null
  const isUnderApi = name === 'api' || name.startsWith('api/')
  if ((method === 'POST' || method === 'OPTIONS') && TRAINED.test(name)) return 'trained'
  return isUnderApi ? 'unknown' : null
}

/** The classifier and the version that the path of the route `trained` names. */
export const trainedOfPath = (path: string): readonly [classifier: string, version: string] => {
  const [, classifier = '', version = ''] = TRAINED.exec(path.replace(/\/$/, '')) ?? []
  return [classifier, version]
}

/** Whether a picture comes as the field of a form, or its address in the query. */
export const takesForm = (route: HostedRoute): boolean => route === 'clip' || route === 'vit'

/** The methods that do work; `OPTIONS` tells them. */
export const methodsOf = (route: HostedRoute): readonly string[] =>
  takesForm(route) ? ['GET', 'HEAD', 'POST', 'OPTIONS'] : ['POST', 'OPTIONS']

const MEGABYTE = 1024 * 1024

/** A form, or a body that is the picture, carries it as it is; the text of JSON lies in memory several times over while it is read. */
export const mostBytes = (route: HostedRoute): Bytes =>
  (takesForm(route) || route === 'trained' || route === 'hf-classes' ? 64 * MEGABYTE : 32 * MEGABYTE) as Bytes

/** Prompts, pictures or texts in one request. Hosted, it was eight. */
export const MOST_ITEMS = 10_000
