import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What a hub is asked. */
export interface HubRequest {
  readonly method: string
  /** Decoded, without the query: `/owner/model/resolve/main/config.json`. */
  readonly path: string
  readonly headers: IncomingMessage['headers']
}

/** A file of a repository: its content, or where it lies. */
export type HubFile = Uint8Array | string | { readonly onDisk: string }

/** What a hub answers. A body may also come piece by piece, and need not end. */
export interface HubAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: HubFile | { readonly pieces: AsyncIterable<Uint8Array> }
}

/** Answers the requests that it knows; `undefined` leaves a request to the next handler. */
export type HubHandler = (request: HubRequest) => HubAnswer | undefined | Promise<HubAnswer | undefined>

/** A request as it was answered. */
export interface LoggedRequest {
  readonly method: string
  readonly path: string
  readonly status: number
}

/** A hub that listens. */
export interface HubServer {
  /** `http://localhost:41234` */
  readonly origin: string
  /** Every request so far, oldest first. */
  readonly requests: readonly LoggedRequest[]
  close(): Promise<void>
}

/** As the hub has it: any page may read, and may see what ranges and caches need. */
const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Expose-Headers': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const

const typeOf = (name: string): string =>
  name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream'

/**
 * A repository in the hub's layout, under every revision: `/{id}/resolve/{revision}/{path}`.
 * @param files by path inside the repository.
 */
export const serveRepository = (id: string, files: ReadonlyMap<string, HubFile>): HubHandler => {
  const prefix = `/${id}/resolve/`
  return ({ path: asked }) => {
    if (!asked.startsWith(prefix)) return undefined
    const name = asked.slice(prefix.length).split('/').slice(1).join('/')
    const body = files.get(name)
    return body === undefined ? undefined : { status: 200, headers: { 'Content-Type': typeOf(name) }, body }
  }
}

/** The files of a folder under `/{prefix}/`. */
export const serveFolder = (prefix: string, folder: string): HubHandler => {
  const root = path.resolve(folder)
  return async ({ path: asked }) => {
    if (!asked.startsWith(`/${prefix}/`)) return undefined
    const file = path.join(root, asked.slice(prefix.length + 2))
    const found = file.startsWith(root + path.sep) ? await stat(file).catch(() => undefined) : undefined
    if (!found?.isFile()) return undefined
    return { status: 200, headers: { 'Content-Type': typeOf(file) }, body: { onDisk: file } }
  }
}

const firstAnswer = async (handlers: readonly HubHandler[], request: HubRequest): Promise<HubAnswer> => {
  if (request.method === 'OPTIONS') return { status: 204 }
  for (const handler of handlers) {
    const answer = await handler(request)
    if (answer) return answer
  }
  return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: 'Entry not found' }
}

const isBytes = (body: HubAnswer['body']): body is Uint8Array | string =>
  typeof body === 'string' || body instanceof Uint8Array

/** `null` where the answer itself does not tell. */
const contentLength = async (body: HubAnswer['body']): Promise<number | null> => {
  if (body === undefined) return 0
  if (isBytes(body)) return Buffer.byteLength(body)
  return 'onDisk' in body ? (await stat(body.onDisk)).size : null
}

const send = async (
  { status, headers = {}, body }: HubAnswer,
  method: string,
  response: ServerResponse,
): Promise<void> => {
  const length = await contentLength(body)
  response.writeHead(status, {
    ...openToAll,
    ...(length === null || status === 204 ? {} : { 'Content-Length': length }),
    ...headers,
  })
  if (method === 'HEAD' || body === undefined || isBytes(body)) response.end(method === 'HEAD' ? '' : body)
  // The page may go away in the middle, which is no concern of the hub's.
  else
    await pipeline(
      'onDisk' in body ? createReadStream(body.onDisk) : Readable.from(body.pieces),
      response,
    ).catch(() => response.destroy())
}

/**
 * Starts a web server that stands in for a model hub: on this machine only, readable from every origin.
 * @param handlers asked in order; what none of them answers is 404.
 * @param port 0 takes a free one.
 */
export const startHubServer = async (handlers: readonly HubHandler[], port = 0): Promise<HubServer> => {
  const requests: LoggedRequest[] = []

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = incoming.method ?? 'GET'
    const asked = decodeURIComponent(new URL(incoming.url ?? '/', 'http://localhost').pathname)
    const answered = await firstAnswer(handlers, { method, path: asked, headers: incoming.headers })
    requests.push({ method, path: asked, status: answered.status })
    await send(answered, method, response)
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, openToAll)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The hub listens on no port.')
  return {
    origin: `http://localhost:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
