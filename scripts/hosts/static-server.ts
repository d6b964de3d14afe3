import { createReadStream, type Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { parseRange } from './byte-range.ts'
import {
  type HeaderMap,
  isolationHeaders,
  responseHeaders,
  type ResponseRole,
} from '../../src/core/site/response-headers.ts'

const typesByExtension: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

interface StaticServerOptions {
  /** Folder to serve. */
  readonly folder: string
  /** Path that the folder appears under; begins and ends with a slash. */
  readonly base: string
  /**
   * `isolated` sends the headers that isolate the page, and its security policy. `threads` sends those that isolate
   * alone, for pages that are not the app. `pages` is like GitHub Pages:
   * no header of its own, texts and wasm compressed, `404.html` where there is nothing, no other method than `GET`.
   */
  readonly kind: 'isolated' | 'threads' | 'pages'
  /** Whether texts and wasm are compressed, as on a real host; `pages` does it in any case. */
  readonly compresses?: boolean
  /** Paths that lead elsewhere, with where: what a careless host redirects. */
  readonly redirects?: ReadonlyMap<string, string>
}

/** What GitHub Pages compresses. */
const COMPRESSED = /^text\/|javascript|json|wasm|svg/

const headersOf = (kind: StaticServerOptions['kind'], role: ResponseRole): HeaderMap => {
  if (kind === 'pages') return {}
  return kind === 'threads' ? isolationHeaders : responseHeaders(role, true)
}

/** What a file is asked for as; browsers say so for workers, which a name would not tell. */
const roleOf = ({ headers }: IncomingMessage, file: string): ResponseRole => {
  if (file.endsWith('.html')) return 'page'
  return headers['sec-fetch-dest'] === 'worker' ? 'worker' : 'other'
}

/** The file that a request path means; `undefined` outside the base or the folder. */
const pathToFile = (pathname: string, { folder, base }: StaticServerOptions): string | undefined => {
  if (!pathname.startsWith(base)) return undefined
  const name = decodeURIComponent(pathname.slice(base.length))
  const file = path.resolve(folder, name.endsWith('/') || name === '' ? `${name}index.html` : name)
  return file.startsWith(path.resolve(folder) + path.sep) ? file : undefined
}

/** What was compressed by the servers of this process: a visit's wasm took a second each time. */
const compressedFiles = new Map<string, Promise<Buffer>>()

const compress = (file: string, { ino, mtimeMs, size }: Stats): Promise<Buffer> => {
  const version = `${ino} ${mtimeMs} ${size}`
  const known = compressedFiles.get(version)
  if (known) return known
  const compressed = readFile(file).then((bytes) => promisify(gzip)(bytes))
  compressedFiles.set(version, compressed)
  return compressed
}

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  options: StaticServerOptions,
): Promise<void> => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const pages = options.kind === 'pages'
  if (pages && request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405).end()
    return
  }
  const elsewhere = options.redirects?.get(pathname)
  if (elsewhere !== undefined) {
    response.writeHead(302, { Location: elsewhere, 'Access-Control-Allow-Origin': '*' }).end()
    return
  }
  if (`${pathname}/` === options.base) {
    response.writeHead(301, { Location: options.base }).end()
    return
  }
  const file = pathToFile(pathname, options)
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
  if (file === undefined || !found?.isFile()) {
    const notFound = pages ? await readFile(path.join(options.folder, '404.html')).catch(() => null) : null
    const type = notFound ? '.html' : '.txt'
    response.writeHead(404, { 'Content-Type': typesByExtension[type] }).end(notFound ?? 'Not found')
    return
  }
  const tag = `"${found.size}-${Math.trunc(found.mtimeMs)}"`
  const headers = {
    'Content-Type': typesByExtension[path.extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'max-age=600',
    'Accept-Ranges': 'bytes',
    ETag: tag,
    ...headersOf(options.kind, roleOf(request, file)),
  }
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end()
    return
  }
  const compressed =
    (pages || options.compresses === true) &&
    COMPRESSED.test(headers['Content-Type']) &&
    request.headers.range === undefined &&
    /\bgzip\b/.test(String(request.headers['accept-encoding']))
  if (compressed && request.method === 'GET') {
    const bytes = await compress(file, found)
    response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }).end(bytes)
    return
  }
  const range = parseRange(request.headers.range, found.size)
  const [start, end] = range ?? [0, found.size - 1]
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'Content-Length': found.size === 0 ? 0 : end - start + 1,
    ...(range && { 'Content-Range': `bytes ${start}-${end}/${found.size}` }),
  })
  if (request.method === 'HEAD' || found.size === 0) response.end()
  else
    createReadStream(file, { start, end })
      .on('error', () => response.destroy())
      .pipe(response)
}

/** A server of plain files that behaves as a static host does; the caller lets it listen, and closes it. */
export const createStaticServer = (options: StaticServerOptions): Server =>
  createServer((request, response) => {
    answer(request, response, options).catch(() => response.writeHead(400).end())
  })
