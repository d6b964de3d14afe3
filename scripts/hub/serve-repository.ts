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
 * @param files by path inside the repository.
 */
export const serveRepository = (id: string, files: ReadonlyMap<string, HubFile>): HubHandler => {
  const published = new Map<string, Promise<PublishedFile>>()
  const publish = (name: string, file: HubFile): Promise<PublishedFile> => {
    const known = published.get(name) ?? publishFile(name, file)
    published.set(name, known)
    return known
  }
  const list = () =>
    Promise.all([...files].map(async ([name, file]) => listEntry(name, await publish(name, file))))
  const commit = async () =>
    createHash('sha1')
      .update(JSON.stringify(await list()))
      .digest('hex')

  const sendFile = async (name: string, isRedirected: boolean): Promise<HubAnswer | undefined> => {
    const body = files.get(name)
    if (body === undefined) return undefined
    const { isLarge, gitOid, sha256 } = await publish(name, body)
    if (isLarge !== isRedirected) return undefined
    const etag = `"${isLarge ? sha256 : gitOid}"`
    return { status: 200, headers: { 'Content-Type': contentType(name), ETag: etag }, body }
  }

  const resolve = async (name: string, revision: string, contentOrigin: string) => {
    const file = files.get(name)
    if (file === undefined) return undefined
    const { isLarge, sha256, size } = await publish(name, file)
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
      : sendFile(name, false)
  }

  const [resolved, signed] = [`/${id}/resolve/`, `/${id}/signed/`]
  const [about, tree] = [`/api/models/${id}/revision/`, `/api/models/${id}/tree/`]
  const routes = [resolved, signed, about, tree]

  return async ({ path: asked, host, contentOrigin, query }) => {
    const route = routes.find((prefix) => asked.startsWith(prefix))
    if (route === undefined) return undefined
    const rest = asked.slice(route.length)
    if (host === 'content') return route === signed ? sendFile(rest, true) : undefined
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
