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

/** What a model of the person's own files is called in records; a colon is part of no hub id. */
const FILE_ID = 'file:'

/** What identifies a loaded model to people and programs. */
export interface ModelIdentity {
  readonly id: string
  readonly name: string
  readonly revision: string
}

/**
 * Says who a model is. What its own files say of that is taken from a host that somebody chose, and not from files
 * that were brought: anybody can write into a pack that it is a well-known model.
 * @param revision the commit that the files are of.
 * @param own what `config.json` says; empty where it says nothing.
 */
export const identifyModel = (
  source: ModelSource,
  revision: string,
  own: { readonly name: string; readonly revision: string },
): ModelIdentity => {
  if (source.kind === 'disk') return { id: FILE_ID + source.id, name: source.id, revision }
  const id = sourceName(source)
  // Models that ship with the app name their revision themselves.
  return { id, name: own.name || id, revision: own.revision || revision }
}

/** What a source is called in full: its id, or the path of its address, of which a hub's ends with a revision. */
export const sourcePath = (source: ModelSource): string =>
  source.kind === 'hub' || source.kind === 'disk'
    ? source.id
    : source.baseUrl.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '')

/** `{owner}/{repository}/resolve/{revision}`, at the end of an address of a hub's layout. */
const ON_A_HUB = /([^/]+\/[^/]+)\/resolve\/[^/]+$/

/** A short name for a source, before the model has told its own: of an address its repository, or its last folder. */
export const sourceName = (source: ModelSource): string => {
  if (source.kind === 'hub' || source.kind === 'disk') return source.id
  const folders = sourcePath(source).split('/').filter(Boolean)
  return ON_A_HUB.exec(folders.join('/'))?.[1] ?? folders.at(-1) ?? source.baseUrl
}
