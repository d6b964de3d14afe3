import type { HostedAnswer } from '../core/hosted-api/hosted-answer'
import type { HostedWork } from '../core/hosted-api/hosted-work'
import { isJsonObject } from '../core/json-object'
import { isModelTask, type ModelTask } from '../core/tasks/model-task'

/**
 * The line between the service worker, which receives a request of the hosted APIs, and the page that answers
 * it. The service worker greets every page with a port of its own; on it the page says how it stands, and may be
 * given the work. Pages of another version of the app say nothing or something else, and are passed over.
 */
export interface HostedHello {
  readonly kind: 'hosted-hello'
  /** What the model has to be for. */
  readonly task: ModelTask
}

/** Whether a page could answer: at once, when its model is loaded, or only to say why not. */
export type HostedReadiness = 'ready' | 'loading' | 'unready'

/** What the page says on the port. */
export type HostedPageWord =
  | { readonly kind: 'readiness'; readonly readiness: HostedReadiness }
  | { readonly kind: 'answer'; readonly answer: HostedAnswer }

/** What the service worker says on the port. */
export type HostedWorkerWord =
  /** `image` is the file of the form, for a picture of the kind `body`. */
  | { readonly kind: 'work'; readonly work: HostedWork; readonly image: Blob | null }
  /** No one waits for the answer any more. */
  | { readonly kind: 'stop' }

/** Names a request, so that the page that made it can take it back. */
export const HOSTED_CALL_HEADER = 'X-Taglens-Call'

/** The page that made a request tells the service worker that it has stopped waiting. */
export interface HostedStop {
  readonly kind: 'hosted-stop'
  /** {@link HOSTED_CALL_HEADER} of the request. */
  readonly id: string
}

/** Whether a message to the service worker takes a request back. */
export const isHostedStop = (data: unknown): data is HostedStop =>
  isJsonObject(data) && data.kind === 'hosted-stop' && typeof data.id === 'string'

/** Whether a message to the page opens a line. */
export const isHostedHello = (data: unknown): data is HostedHello =>
  isJsonObject(data) && data.kind === 'hosted-hello' && isModelTask(data.task)

/** Whether a message on the port is one of the page's. */
export const isHostedPageWord = (data: unknown): data is HostedPageWord =>
  isJsonObject(data) &&
  ((data.kind === 'readiness' &&
    ['ready', 'loading', 'unready'].some((readiness) => readiness === data.readiness)) ||
    (data.kind === 'answer' && isJsonObject(data.answer)))

/** Whether a message on the port is one of the service worker's. */
export const isHostedWorkerWord = (data: unknown): data is HostedWorkerWord =>
  isJsonObject(data) && (data.kind === 'stop' || (data.kind === 'work' && isJsonObject(data.work)))
