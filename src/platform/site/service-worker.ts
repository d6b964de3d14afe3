import { UNISOLATED, type WorkerHello, type WorkerMessage } from '../../core/site/worker-messages'
import { isIos } from '../device/probe-capabilities'
import { serviceWorkers } from '../device/secure-parts'

/** The service worker of this page, as far as the page deals with it. */
export interface ServiceWorkerLink {
  /** The page was opened past an active service worker: Shift and reload, or a tool. */
  readonly bypassed: boolean
  /** Waits until a version is active; resolves to whether it adds the isolation headers. */
  isolates(): Promise<boolean>
  /** Tells when another version is installed and waits; at once if one waits already. */
  onUpdate(listener: () => void): void
  /** Looks for another version now. */
  lookForUpdate(): Promise<void>
  /** Activates the version that waits; resolves when it answers for this page, or to `false` if it never does. */
  takeOver(): Promise<boolean>
  /** Lets it fetch, now that there is time, what a visit without network needs. */
  keepEngine(): Promise<void>
}

/** An hour, in milliseconds: a page that stays open for days hears of a new version too. */
const UPDATE_EVERY = 60 * 60 * 1000

/** A service worker that answers nothing in this many milliseconds is switched off, or of a version we do not know. */
const ANSWER_WITHIN = 10_000

/** Keeping the engine downloads megabytes on a slow line. */
const KEEP_WITHIN = 10 * 60 * 1000

/** Posts a message; resolves to the answer, or `null` where none comes. */
const ask = (worker: ServiceWorker, message: WorkerMessage, within = ANSWER_WITHIN): Promise<unknown> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const finish = (answer: unknown) => {
      clearTimeout(timer)
      port1.close()
      resolve(answer)
    }
    const timer = setTimeout(finish, within, null)
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      finish(data)
    }
    worker.postMessage(message, [port2])
  })

const isHello = (answer: unknown): answer is WorkerHello =>
  typeof answer === 'object' && answer !== null && 'isolates' in answer

/** Resolves when `worker` is active, or to `false` when it was thrown away. */
const whenActive = (worker: ServiceWorker): Promise<boolean> =>
  new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated' || worker.state === 'redundant') {
        worker.removeEventListener('statechange', look)
        resolve(worker.state === 'activated')
      }
    }
    worker.addEventListener('statechange', look)
    look()
  })

/** The version that answers for this page, once there is one: at a first visit it is still being installed. */
const activeOf = async (registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> => {
  const worker = registration.active ?? registration.waiting ?? registration.installing
  return worker && (await whenActive(worker)) ? worker : null
}

const link = (registration: ServiceWorkerRegistration, bypassed: boolean): ServiceWorkerLink => {
  const lookForUpdate = async () => {
    // No network is no news.
    await registration.update().catch(() => undefined)
  }
  return {
    bypassed,
    isolates: async () => {
      const worker = await activeOf(registration)
      const hello = worker && (await ask(worker, { kind: 'hello' }))
      return isHello(hello) && hello.isolates
    },
    onUpdate: (listener) => {
      const watch = (worker: ServiceWorker | null) => {
        if (!worker || !registration.active) return
        const look = () => {
          if (worker.state === 'installed' && registration.active) listener()
        }
        worker.addEventListener('statechange', look)
        look()
      }
      watch(registration.waiting)
      watch(registration.installing)
      registration.addEventListener('updatefound', () => {
        watch(registration.installing)
      })
      setInterval(() => void lookForUpdate(), UPDATE_EVERY)
    },
    lookForUpdate,
    takeOver: async () => {
      const next = registration.waiting ?? registration.installing
      // Another tab was quicker: the new version is active already, and only this page is not of it.
      if (!next) return true
      await ask(next, { kind: 'take-over' })
      return whenActive(next)
    },
    keepEngine: async () => {
      const worker = await activeOf(registration)
      if (worker) await ask(worker, { kind: 'keep-engine' }, KEEP_WITHIN)
    },
  }
}

/**
 * Registers the service worker beside the page.
 * @returns `null` where there is none: no secure context, a private window, or a browser or person that forbids it.
 */
export const registerServiceWorker = async (): Promise<ServiceWorkerLink | null> => {
  const container = serviceWorkers()
  if (!container) return null
  const address = new URL('service-worker.js', document.baseURI)
  // Threads do more harm than good there: see `core/runtime/runtime.ts`.
  if (isIos(navigator)) address.searchParams.set(UNISOLATED, '')
  try {
    const before = await container.getRegistration()
    // One that is registered further up belongs to a neighbour on the origin.
    const known = before?.active && before.scope === new URL('./', address).href
    const bypassed = container.controller === null && Boolean(known)
    const registered = await container.register(address, { updateViaCache: 'none' })
    // Tools that forbid service workers replace `register` by a function that answers nothing.
    const registration = registered as ServiceWorkerRegistration | undefined
    return registration ? link(registration, bypassed) : null
  } catch {
    return null
  }
}
