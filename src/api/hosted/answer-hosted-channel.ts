import type { ModelTask } from '../../core/tasks/model-task'
import { type HostedPageWord, isHostedWorkerWord } from '../../protocol/hosted-channel'
import { modelReadiness } from '../when-model-settles'
import { answerHostedWork, type HostedWorkDeps } from './answer-hosted-work'

/**
 * The page's end of a channel that the service worker has opened for one request: says whether a model is ready, and
 * answers once one that loads is. What is aborted is not waited for.
 */
export const answerHostedChannel = (deps: HostedWorkDeps, task: ModelTask, port: MessagePort): void => {
  const stop = new AbortController()
  const say = (word: HostedPageWord) => {
    port.postMessage(word)
  }
  port.onmessage = ({ data: word }: MessageEvent<unknown>) => {
    if (!isHostedWorkerWord(word)) return
    if (word.kind === 'stop') stop.abort()
    else
      void answerHostedWork(deps, word.work, word.image, stop.signal).then((answer) => {
        say({ kind: 'answer', answer })
        port.close()
      })
  }
  say({ kind: 'readiness', readiness: modelReadiness(deps, task) })
}
