import type { HostedAnswer } from '../core/hosted-api/hosted-answer'
import type { HostedWork } from '../core/hosted-api/hosted-work'
import type { ModelTask } from '../core/model/loaded-model'
import {
  isHostedHello,
  isHostedWorkerWord,
  type HostedPageWord,
  type HostedStanding,
} from '../protocol/hosted-line'

/** What a page is to the service worker that looks for one to answer. */
export interface HostedEnd {
  standing(task: ModelTask): HostedStanding
  /** Never rejects. What is aborted is not waited for. */
  answer(work: HostedWork, image: Blob | null, signal: AbortSignal): Promise<HostedAnswer>
}

/**
 * Listens for requests that the service worker hands on.
 * @param container where it speaks to the page; absent where there are no service workers.
 */
export const listenToHostedLine = (container: ServiceWorkerContainer | undefined, end: HostedEnd): void => {
  container?.addEventListener('message', ({ data, ports: [port] }: MessageEvent<unknown>) => {
    if (!port || !isHostedHello(data)) return
    const stop = new AbortController()
    const say = (word: HostedPageWord) => {
      port.postMessage(word)
    }
    port.onmessage = ({ data: word }: MessageEvent<unknown>) => {
      if (!isHostedWorkerWord(word)) return
      if (word.kind === 'stop') stop.abort()
      else
        void end.answer(word.work, word.image, stop.signal).then((answer) => {
          say({ kind: 'answer', answer })
          port.close()
        })
    }
    say({ kind: 'standing', standing: end.standing(data.task) })
  })
  container?.startMessages()
}
