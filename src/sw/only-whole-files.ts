import type { WorkboxPlugin } from 'workbox-core/types.js'

const isPage = (url: string): boolean => /(\/|\.html)$/.test(new URL(url).pathname)

/** Whether a response is the whole file that was asked for, from our own host, and not a page in its place. */
export const isWholeFile = (request: Request, response: Response): boolean =>
  response.status === 200 &&
  response.type === 'basic' &&
  (isPage(request.url) || !(response.headers.get('content-type') ?? '').includes('text/html'))

/**
 * Lets nothing else into a cache: no part of a file, no answer of another host, no error, and no page that a
 * host serves with status 200 in place of a file that is missing.
 */
export const onlyWholeFiles: WorkboxPlugin = {
  cacheWillUpdate: ({ request, response }) =>
    Promise.resolve(isWholeFile(request, response) ? response : null),
}
