/** Where a model's files are. All lay them out as the Hugging Face hub does. */
export type ModelSource =
  /** Ships with the app, which keeps it like its other files: `{baseUrl}/config.json`, ... */
  | { readonly kind: 'app'; readonly baseUrl: string }
  /** A folder behind a URL of any host. */
  | { readonly kind: 'url'; readonly baseUrl: string }
  /** A repository on a hub: `{host}/{id}/resolve/{revision}/...`. */
  | { readonly kind: 'hub'; readonly host: string; readonly id: string; readonly revision: string }
  /** Files that the person brought; `id` is the name that they are kept under. */
  | { readonly kind: 'disk'; readonly id: string }

/** Where models come from unless a mirror is set. */
export const HUB_HOST = 'https://huggingface.co'

const trimSlashes = (url: string): string => url.replace(/\/+$/, '')

/** Identifies a source: two sources with one key are the same model. Part of file names, so prefixed by kind. */
export const sourceKey = (source: ModelSource): string => {
  switch (source.kind) {
    case 'app':
    case 'url':
      return `${source.kind} ${trimSlashes(source.baseUrl)}`
    case 'hub':
      return `hub ${trimSlashes(source.host)} ${source.id} ${source.revision}`
    case 'disk':
      return `disk ${source.id}`
  }
}

/** A source that a host answers for. */
export type RemoteSource = Exclude<ModelSource, { readonly kind: 'disk' }>

/** Address of the folder of a model's files, without a slash at its end. */
export const modelRoot = (source: RemoteSource): string =>
  trimSlashes(
    source.kind === 'hub'
      ? `${trimSlashes(source.host)}/${source.id}/resolve/${encodeURIComponent(source.revision)}`
      : source.baseUrl,
  )

/** Whether a source's files are asked of another host than the app's own, whose origin is `ownOrigin`. */
export const isElsewhere = (source: ModelSource, ownOrigin: string): boolean => {
  if (source.kind === 'disk') return false
  const root = modelRoot(source)
  return /^https?:/.test(root) && !`${root}/`.startsWith(`${ownOrigin}/`)
}

/** A short name for a source, before the model has told its own. */
export const sourceName = (source: ModelSource): string => {
  if (source.kind === 'hub' || source.kind === 'disk') return source.id
  const parts = source.baseUrl.split(/[?#]/)[0]?.split('/').filter(Boolean) ?? []
  return parts.at(-1) ?? source.baseUrl
}
