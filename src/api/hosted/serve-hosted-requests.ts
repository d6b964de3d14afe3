import { createLate } from '../../core/async/late'
import type { HostedWorkDeps } from './answer-hosted-work'
import { isHostedHello } from '../../protocol/hosted-channel'

/** What the page answers the service worker with. */
export interface HostedRequestDeps extends HostedWorkDeps {
  /** Absent where there are no service workers. */
  readonly container: ServiceWorkerContainer | undefined
}

/**
 * Lets the page answer requests of the hosted APIs that its service worker receives. The code that does it is
 * loaded with the first of them; where it cannot be, the page stays silent and is passed over.
 * @returns whether any request has come: it may be under way, and a reload would lose it.
 */
export const serveHostedRequests = ({ container, ...deps }: HostedRequestDeps): (() => boolean) => {
  const channel = createLate(() => import('./answer-hosted-channel'))
  let asked = false
  container?.addEventListener('message', ({ data, ports: [port] }: MessageEvent<unknown>) => {
    if (!port || !isHostedHello(data)) return
    asked = true
    channel.load().then(
      ({ answerHostedChannel }) => {
        answerHostedChannel(deps, data.task, port)
      },
      () => {
        port.close()
      },
    )
  })
  container?.startMessages()
  return () => asked
}
