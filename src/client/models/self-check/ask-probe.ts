import { PROBE_VERSION } from '../../../core/runtime/self-check/probe-input'
import type { Milliseconds } from '../../../core/brands'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import type { SelfCheck, ProbeVerdict } from '../../../core/runtime/self-check/judge-probe'
import type { InferenceApi, ProbeAnswer } from '../../../protocol/inference-api'
import type { SupervisedWorker } from '../../workers/supervised-worker'

/** The answer is at hand since the warm-up; a worker that keeps it back is wedged. */
const PROBE_DEADLINE = 10_000 as Milliseconds

/** What the model of `worker` makes of the canned input. */
export const askProbe = (
  worker: SupervisedWorker<InferenceApi>,
  signal: AbortSignal,
): Promise<Outcome<ProbeAnswer>> =>
  worker.run({
    doing: 'checking the model',
    deadline: PROBE_DEADLINE,
    signal,
    work: (api) => api.probe(),
  })

/** A verdict as the end of a check: `WRONG_NUMBERS` where the numbers are not to be trusted. */
export const toOutcome = (verdict: ProbeVerdict): Outcome<SelfCheck> => {
  if (verdict.kind === 'passed') return done(verdict.selfCheck)
  const distance = verdict.distance === null ? '' : `, cosine distance ${verdict.distance.toFixed(3)}`
  return failed({ code: 'WRONG_NUMBERS', detail: `self-check: ${verdict.fault}${distance}` })
}

/** By which what the CPU gave is kept of a model. */
export const goldenKeyOf = (model: string): string => `${PROBE_VERSION} ${model}`

/** Models, by key, whose numbers were found right before, of the keys of what is kept of them. */
export const knownModels = (goldens: readonly string[]): readonly string[] => {
  const head = goldenKeyOf('')
  return goldens.flatMap((key) => (key.startsWith(head) ? [key.slice(head.length)] : []))
}
