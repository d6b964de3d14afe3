import type { IncomingMessage } from 'node:http'

/** What a hub is asked. */
export interface HubRequest {
  readonly method: string
  /** Decoded, without the query: `/owner/model/resolve/main/config.json`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  /** Which of the hub's two hosts is asked: the one that people know, or the one that it redirects to. */
  readonly host: 'hub' | 'content'
  /** Origin of the second host. */
  readonly contentOrigin: string
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

/** The type that a hub names for a file. */
export const contentType = (name: string): string =>
  name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream'
