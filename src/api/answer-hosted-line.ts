import { takeHostedLine } from '../client/hosted-line'
import type { ModelTask } from '../core/model/loaded-model'
import { answerHostedWork, type HostedWorkDeps } from './answer-hosted-work'
import { modelStanding } from './when-model-settles'

/** Answers one request on the line that the service worker has opened for it, once a model that loads is ready. */
export const answerHostedLine = (deps: HostedWorkDeps, task: ModelTask, port: MessagePort): void => {
  takeHostedLine(port, {
    standing: modelStanding(deps, task),
    answer: (work, image, signal) => answerHostedWork(deps, work, image, signal),
  })
}
