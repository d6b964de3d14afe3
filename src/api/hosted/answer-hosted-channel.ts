import type { ModelTask } from '../../core/model/loaded-model'
import { type HostedWorkDeps, answerHostedWork } from './answer-hosted-work'
import { modelReadiness } from '../when-model-settles'
import type { HostedAnswer } from '../../core/hosted-api/hosted-answer'
import type { HostedWork } from '../../core/hosted-api/hosted-work'
import { type HostedPageWord, type HostedReadiness, isHostedWorkerWord } from '../../protocol/hosted-channel'

/** What a page is to the service worker that looks for one to answer. */
interface HostedEnd {
  readonly readiness: HostedReadiness
  /** Never rejects. What is aborted is not waited for. */
  answer(work: HostedWork, image: Blob | null, signal: AbortSignal): Promise<HostedAnswer>
}

/** The page's end of a line that the service worker has opened: says how the page stands, and does what it is given. */
const takeHostedChannel = (port: MessagePort, { readiness, answer }: HostedEnd): void => {
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

/** Answers one request on the line that the service worker has opened for it, once a model that loads is ready. */
export const answerHostedChannel = (deps: HostedWorkDeps, task: ModelTask, port: MessagePort): void => {
  takeHostedChannel(port, {
    readiness: modelReadiness(deps, task),
    answer: (work, image, signal) => answerHostedWork(deps, work, image, signal),
  })
}
