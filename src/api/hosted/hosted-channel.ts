import type { HostedAnswer } from '../../core/hosted-api/hosted-answer'
import type { HostedWork } from '../../core/hosted-api/hosted-work'
import { isHostedWorkerWord, type HostedPageWord, type HostedReadiness } from '../../protocol/hosted-channel'

/** What a page is to the service worker that looks for one to answer. */
export interface HostedEnd {
  readonly readiness: HostedReadiness
  /** Never rejects. What is aborted is not waited for. */
  answer(work: HostedWork, image: Blob | null, signal: AbortSignal): Promise<HostedAnswer>
}

/** The page's end of a line that the service worker has opened: says how the page stands, and does what it is given. */
export const takeHostedChannel = (port: MessagePort, { readiness, answer }: HostedEnd): void => {
  const stop = new AbortController()
  const say = (word: HostedPageWord) => {
    port.postMessage(word)
  }
  port.onmessage = ({ data: word }: MessageEvent<unknown>) => {
    if (!isHostedWorkerWord(word)) return
    if (word.kind === 'stop') stop.abort()
    else
      void answer(word.work, word.image, stop.signal).then((found) => {
        say({ kind: 'answer', answer: found })
        port.close()
      })
  }
  say({ kind: 'readiness', readiness })
}
