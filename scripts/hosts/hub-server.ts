import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { HubFault } from '../../src/testing/store/hub-fault.ts'
import { deliver, openToAll } from './hub/deliver.ts'
import { createFaultPlan } from './hub/fault-plan.ts'
import type { HubAnswer, HubHandler, HubRequest } from './hub/hub-handler.ts'

/** A request as it was answered. */
export interface LoggedRequest {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly host: HubRequest['host']
  /** The `Range` header, empty where there was none. */
  readonly range: string
}

/** A hub that listens. */
export interface HubServer {
  /** `http://localhost:41234` */
  readonly origin: string
  /** Where it redirects to for large files. */
  readonly contentOrigin: string
  /** Every request so far, oldest first. */
  readonly requests: readonly LoggedRequest[]
  /** Puts these faults in place of those before. */
  setFaults(faults: readonly HubFault[]): void
  close(): Promise<void>
}

const firstAnswer = async (handlers: readonly HubHandler[], request: HubRequest): Promise<HubAnswer> => {
  if (request.method === 'OPTIONS') return { status: 204 }
  for (const handler of handlers) {
    const answer = await handler(request)
    if (answer) return answer
  }
  return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: 'Entry not found' }
}

/** Listens on this machine only. */
const listen = async (server: Server, port: number): Promise<string> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The hub listens on no port.')
  return `http://localhost:${address.port}`
}

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })

/**
 * Starts two web servers that stand in for a model hub and the host that it redirects to: on this machine only,
 * readable from every origin.
 * @param handlers asked in order; what none of them answers is 404.
 * @param port of the hub; 0 takes a free one.
 * @param contentBy by which origin the second server is told to be reached, given its own.
 */
export const startHubServer = async (
  handlers: readonly HubHandler[],
  port = 0,
  contentBy: (origin: string) => Promise<string> = (origin) => Promise.resolve(origin),
): Promise<HubServer> => {
  const requests: LoggedRequest[] = []
  const faults = createFaultPlan()
  let contentOrigin = ''

  const answer = async (host: HubRequest['host'], incoming: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', headers } = incoming
    const { pathname, searchParams: query } = new URL(incoming.url ?? '/', 'http://localhost')
    const path = decodeURIComponent(pathname)
    const request = { method, path, query, headers, host, contentOrigin }
    const answered = await firstAnswer(handlers, request)
    const mishap = answered.status === 302 || method === 'OPTIONS' ? null : faults.next(path)
    await deliver(answered, request, mishap, response, (status) => {
      requests.push({ method, path, status, host, range: headers.range ?? '' })
    })
  }

  const createHost = (host: HubRequest['host']): Server =>
    createServer((incoming, response) => {
      answer(host, incoming, response).catch(() => {
        if (!response.headersSent) response.writeHead(500, openToAll)
        response.end()
      })
    })

  const content = createHost('content')
  contentOrigin = await contentBy(await listen(content, 0))
  const hub = createHost('hub')
  return {
    origin: await listen(hub, port),
    contentOrigin,
    requests,
    setFaults: faults.set,
    close: async () => {
      await Promise.all([shut(hub), shut(content)])
    },
  }
}
