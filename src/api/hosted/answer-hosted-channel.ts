import { takeHostedChannel } from './hosted-channel'
import type { ModelTask } from '../../core/model/loaded-model'
import { answerHostedWork, type HostedWorkDeps } from './answer-hosted-work'
import { modelReadiness } from '../when-model-settles'

/** Answers one request on the line that the service worker has opened for it, once a model that loads is ready. */
export const answerHostedChannel = (deps: HostedWorkDeps, task: ModelTask, port: MessagePort): void => {
  takeHostedChannel(port, {
    readiness: modelReadiness(deps, task),
    answer: (work, image, signal) => answerHostedWork(deps, work, image, signal),
  })
}
