import { takeHostedLine } from '../client/hosted-line'
import { taskOf } from '../core/hosted-api/hosted-work'
import type { ModelTask } from '../core/model/loaded-model'
import { answerHostedWork, type HostedWorkDeps } from './answer-hosted-work'
import { modelStanding, whenModelSettles, type ModelPlace } from './when-model-settles'

/** What a page answers with. */
export interface HostedLineDeps extends ModelPlace, HostedWorkDeps {}

/** Answers one request on the line that the service worker has opened for it, once a model that loads is ready. */
export const answerHostedLine = (deps: HostedLineDeps, task: ModelTask, port: MessagePort): void => {
  takeHostedLine(port, {
    standing: modelStanding(deps, task),
    answer: async (work, image, signal) => {
      await whenModelSettles(deps, taskOf(work), signal)
      return answerHostedWork(deps, work, image, signal)
    },
  })
}
