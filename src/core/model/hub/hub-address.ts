import type { ListedFile } from '../stored/stored-model'
import { modelRoot, type RemoteSource } from '../model-source'

/** A path of names as part of an address. */
const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** Address of a path of a model at a commit: on a hub, the address that redirects to where the file lies. */
export const pathAddress = (source: RemoteSource, revision: string, path: string): string =>
  `${modelRoot(source.kind === 'hub' ? { ...source, revision } : source)}/${encodePath(path)}`

/** Address of one file of a model at a commit, by the path that its host has it under. */
export const fileAddress = (
  source: RemoteSource,
  revision: string,
  { path, from = path }: Pick<ListedFile, 'path' | 'from'>,
): string => pathAddress(source, revision, from)

/** Where a hub tells the commit of a revision. */
export const revisionAddress = (host: string, id: string, revision: string): string =>
  `${host.replace(/\/+$/, '')}/api/models/${encodePath(id)}/revision/${encodeURIComponent(revision)}`

/** Where a hub lists the files of a commit, its folders' files included. */
export const treeAddress = (host: string, id: string, commit: string): string =>
  `${host.replace(/\/+$/, '')}/api/models/${encodePath(id)}/tree/${encodeURIComponent(commit)}?recursive=true`
