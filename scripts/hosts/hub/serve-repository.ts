import { createHash } from 'node:crypto'
import { contentType, type HubAnswer, type HubFile, type HubHandler } from './hub-handler.ts'
import { publishFile, type PublishedFile } from './published-file.ts'

const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): HubAnswer => ({
  status: 200,
  headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
})

/** An entry of the tree listing. What git holds of a large file is a pointer, which has a hash of its own. */
const listEntry = (path: string, { size, gitOid, sha256, isLarge }: PublishedFile) => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${size}\n`
  return isLarge
    ? {
        type: 'file',
        oid: createHash('sha1').update(`blob ${pointer.length}\0${pointer}`).digest('hex'),
        size,
        lfs: { oid: sha256, size, pointerSize: pointer.length },
        path,
      }
    : { type: 'file', oid: gitOid, size, path }
}

/** Entries of a page of the listing: few, so that every model has more than one page. */
const PAGE = 5

/**
 * A repository as the Hugging Face hub has it, under every revision: its commit and its listing behind the API,
 * small files at `/{id}/resolve/{revision}/{path}`, large ones by a redirect from there to a signed address on
 * another host.
 * @param files by path inside the repository. Changed, they are another commit; the ones before stay.
 */
export const serveRepository = (id: string, files: ReadonlyMap<string, HubFile>): HubHandler => {
  const published = new Map<string, { readonly file: HubFile; readonly facts: Promise<PublishedFile> }>()
  const publish = (name: string, file: HubFile): Promise<PublishedFile> => {
    const known = published.get(name)
    const next = known?.file === file ? known : { file, facts: publishFile(name, file) }
    published.set(name, next)
    return next.facts
  }
  const list = () =>
    Promise.all([...files].map(async ([name, file]) => listEntry(name, await publish(name, file))))
  /** What each commit that was told had, and what each signed address is of. */
  const filesByCommit = new Map<string, ReadonlyMap<string, HubFile>>()
  const filesBySignature = new Map<string, ReadonlyMap<string, HubFile>>()
  const commit = async () => {
    const sha = createHash('sha1')
      .update(JSON.stringify(await list()))
      .digest('hex')
    if (!filesByCommit.has(sha)) filesByCommit.set(sha, new Map(files))
    return sha
  }

  const sendFile = async (
    name: string,
    isRedirected: boolean,
    of: ReadonlyMap<string, HubFile> = files,
  ): Promise<HubAnswer | undefined> => {
    const body = of.get(name)
    if (body === undefined) return undefined
    const { isLarge, gitOid, sha256 } = await publish(name, body)
    if (isLarge !== isRedirected) return undefined
    const etag = `"${isLarge ? sha256 : gitOid}"`
    return { status: 200, headers: { 'Content-Type': contentType(name), ETag: etag }, body }
  }

  const resolve = async (name: string, revision: string, contentOrigin: string) => {
    const of = filesByCommit.get(revision) ?? files
    const file = of.get(name)
    if (file === undefined) return undefined
    const { isLarge, sha256, size } = await publish(name, file)
    if (isLarge) filesBySignature.set(sha256.slice(0, 8), of)
    return isLarge
      ? {
          status: 302,
          headers: {
            Location: `${contentOrigin}/${id}/signed/${encodeURI(name)}?signature=${sha256.slice(0, 8)}`,
            'X-Repo-Commit': await commit(),
            'X-Linked-Size': String(size),
            'X-Linked-Etag': `"${sha256}"`,
            'X-Revision': revision,
          },
        }
      : sendFile(name, false, of)
  }

  const [resolved, signed] = [`/${id}/resolve/`, `/${id}/signed/`]
  const [about, tree] = [`/api/models/${id}/revision/`, `/api/models/${id}/tree/`]
  const routes = [resolved, signed, about, tree]

  return async ({ path: asked, host, contentOrigin, query }) => {
    const route = routes.find((prefix) => asked.startsWith(prefix))
    if (route === undefined) return undefined
    const rest = asked.slice(route.length)
    if (host === 'content')
      return route === signed
        ? sendFile(rest, true, filesBySignature.get(query.get('signature') ?? ''))
        : undefined
    if (route === resolved) {
      const [revision = '', ...name] = rest.split('/')
      return resolve(name.join('/'), revision, contentOrigin)
    }
    if (route === about) return json({ id, sha: await commit(), siblings: [...files.keys()] })
    if (route !== tree) return undefined
    const from = Number(query.get('cursor') ?? 0)
    const entries = await list()
    const next = `</api/models/${id}/tree/${rest}?recursive=true&cursor=${from + PAGE}>; rel="next"`
    return json(entries.slice(from, from + PAGE), from + PAGE < entries.length ? { Link: next } : {})
  }
}
