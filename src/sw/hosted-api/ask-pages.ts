import type { HostedAnswer } from '../../core/hosted-api/hosted-answer'
import { routeOfPath } from '../../core/hosted-api/hosted-route'
import { taskOf, type HostedWork } from '../../core/hosted-api/hosted-work'
import { refuseCancelled, refuseSilentPage, refuseWithoutPage } from '../../core/hosted-api/worker-refusals'
import type { ModelTask } from '../../core/tasks/model-task'
import {
  isHostedPageWord,
  type HostedHello,
  type HostedReadiness,
  type HostedWorkerWord,
} from '../../protocol/hosted-channel'

declare const self: ServiceWorkerGlobalScope

/** A page that is frozen, or still starts, may be slow to answer; in milliseconds. */
const HELLO_WITHIN = 3000
/** Loading a stored model and one picture; the page's own deadlines are shorter. */
const ANSWER_WITHIN = 120_000
/** How soon it is seen that a page was closed in the middle: no browser tells. */
const LOOK_EVERY = 250

/** What the pages are to do. */
interface HostedCall {
  readonly work: HostedWork
  readonly image: Blob | null
  /** Aborted when no one waits for the answer. */
  readonly signal: AbortSignal
  /** Who asks; empty for an address that is being opened. */
  readonly askerId: string
}

interface PageOnLine {
  readonly id: string
  readonly port: MessagePort
  readonly readiness: HostedReadiness
}

const RANK: Readonly<Record<HostedReadiness, number>> = { ready: 0, loading: 1, unready: 2 }

/** Greets a page; `null` where it does not answer. */
const greet = (client: WindowClient, task: ModelTask): Promise<PageOnLine | null> =>
  new Promise((resolve) => {
    const { port1: port, port2 } = new MessageChannel()
    const timer = setTimeout(() => {
      port.close()
      resolve(null)
    }, HELLO_WITHIN)
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isHostedPageWord(data) || data.kind !== 'readiness') return
      clearTimeout(timer)
      resolve({ id: client.id, port, readiness: data.readiness })
    }
    client.postMessage({ kind: 'hosted-hello', task } satisfies HostedHello, [port2])
  })

/** Greets all; the best that answers, as soon as one is ready. */
const findPage = (clients: readonly WindowClient[], task: ModelTask): Promise<PageOnLine | null> =>
  new Promise((resolve) => {
    let best: PageOnLine | null = null
    let open = clients.length
    const take = (page: PageOnLine | null) => {
      open -= 1
      if (page && (!best || RANK[page.readiness] < RANK[best.readiness])) best = page
      if (open <= 0 || best?.readiness === 'ready') resolve(best)
    }
    if (open === 0) resolve(null)
    for (const client of clients) void greet(client, task).then(take)
  })

/** Gives a page the work; `null` where the page went away. */
const askPage = (
  { id, port }: PageOnLine,
  { work, image, signal, askerId }: HostedCall,
): Promise<HostedAnswer | null> =>
  new Promise((resolve) => {
    const say = (word: HostedWorkerWord) => {
      port.postMessage(word)
    }
    const finish = (answer: HostedAnswer | null) => {
      clearInterval(look)
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      port.close()
      resolve(answer)
    }
    const stop = () => {
      say({ kind: 'stop' })
      finish(refuseCancelled())
    }
    const timer = setTimeout(() => {
      say({ kind: 'stop' })
      finish(refuseSilentPage(ANSWER_WITHIN / 1000))
    }, ANSWER_WITHIN)
    const look = setInterval(() => {
      void self.clients.get(id).then((page) => {
        if (!page) finish(null)
      })
      if (askerId !== '')
        void self.clients.get(askerId).then((asker) => {
          if (!asker) stop()
        })
    }, LOOK_EVERY)
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isHostedPageWord(data) && data.kind === 'answer') finish(data.answer)
    }
    signal.addEventListener('abort', stop)
    say({ kind: 'work', work, image })
    if (signal.aborted) stop()
  })

/** The windows of the app, but for tabs that show an answer. */
const appWindows = async (scope: string): Promise<readonly WindowClient[]> => {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return all.filter(
    ({ url }) => url.startsWith(scope) && routeOfPath(new URL(url).href.slice(scope.length), 'GET') === null,
  )
}

/**
 * Has a page of the app do the work: one whose model is ready, else one that loads, else any, which then says what
 * is missing. When a page goes away in the middle the next one is asked.
 */
export const askPages = async (call: HostedCall, scope: string): Promise<HostedAnswer> => {
  const gone = new Set<string>()
  for (;;) {
    const clients = (await appWindows(scope)).filter(({ id }) => !gone.has(id))
    const page = await findPage(clients, taskOf(call.work))
    if (!page) return refuseWithoutPage(scope)
    const answer = await askPage(page, call)
    if (answer) return answer
    gone.add(page.id)
  }
}
