/**
 * What the page says to its service worker. Each is posted with a port on which the answer comes; a service
 * worker that is switched off answers none.
 */
export type WorkerMessage =
  /** Asks who is there. Answer: {@link WorkerHello}. */
  | { readonly kind: 'hello' }
  /** The person wants the version that is waiting. Answer: `true`. */
  | { readonly kind: 'take-over' }
  /** The page has nothing to do: keep what a visit without network needs. Answer: `true` when all is kept. */
  | { readonly kind: 'keep-engine' }

/** How a service worker introduces itself. */
export interface WorkerHello {
  /** It adds the headers that isolate the page. */
  readonly isolates: boolean
}

/** In the service worker's own address: leave the isolation headers off (iOS). */
export const UNISOLATED = 'unisolated'

const KINDS: readonly WorkerMessage['kind'][] = ['hello', 'take-over', 'keep-engine']

/** Whether `value` is a message of the page: another version of it may have written it. */
export const isWorkerMessage = (value: unknown): value is WorkerMessage =>
  typeof value === 'object' && value !== null && 'kind' in value && KINDS.some((kind) => kind === value.kind)
