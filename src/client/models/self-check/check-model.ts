import { createLate, obtainPart } from '../../../core/async/late'
import type { Outcome } from '../../../core/errors/outcome'
import type { LoadedModel } from '../../../core/model/loaded-model'
import { judgeProbe, type SelfCheck } from '../../../core/runtime/self-check/judge-probe'
import type { InferenceApi, LoadRequest } from '../../../protocol/inference-api'
import type { SupervisedWorker } from '../../workers/supervised-worker'
import { askProbe, toOutcome } from './ask-probe'
import type { CheckParts } from './check-by-reference'

/** Says whether a model that was just loaded gives the right numbers; fails with `WRONG_NUMBERS` where not. */
export type CheckModel = (
  worker: SupervisedWorker<InferenceApi>,
  request: LoadRequest,
  model: LoadedModel,
  signal: AbortSignal,
) => Promise<Outcome<SelfCheck>>

/** The built-in model does without. */
const references = createLate(() => import('./check-by-reference'))

/** Builds the check. A model is held to the vectors that it brings; one that brings none, to the best that there is. */
export const createModelCheck =
  (parts: CheckParts): CheckModel =>
  async (worker, request, model, signal) => {
    const answer = await askProbe(worker, signal)
    if (answer.kind !== 'done') return answer
    const { golden, ...probe } = answer.value
    if (golden) return toOutcome(judgeProbe(probe, { pictures: golden, reference: 'golden' }))
    const part = await obtainPart(references)
    return part.kind === 'done' ? part.value.checkByReference(parts, { request, model, probe }, signal) : part
  }
