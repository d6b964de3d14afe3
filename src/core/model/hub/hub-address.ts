import { modelRoot, type RemoteSource } from '../model-source'

/** A path of names as part of an address. */
const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** Address of one file of a model at a commit: on a hub, the address that redirects to where the file lies. */
export const fileAddress = (source: RemoteSource, revision: string, path: string): string =>
  `${modelRoot(source.kind === 'hub' ? { ...source, revision } : source)}/${encodePath(path)}`

/** Where a hub tells the commit of a revision. */
export const revisionAddress = (host: string, id: string, revision: string): string =>
  `${host.replace(/\/+$/, '')}/api/models/${encodePath(id)}/revision/${encodeURIComponent(revision)}`

/** Where a hub lists the files of a commit, its folders' files included. */
export const treeAddress = (host: string, id: string, commit: string): string =>
  `${host.replace(/\/+$/, '')}/api/models/${encodePath(id)}/tree/${encodeURIComponent(commit)}?recursive=true`
