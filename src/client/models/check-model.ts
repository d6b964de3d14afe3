import { proxy } from 'comlink'
import type { Milliseconds, UnitVector } from '../../core/brands'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { SelfCheck } from '../../core/model/self-check'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { toUnitVector } from '../../core/question/scoring/cosine'
import type { GoldenStore } from '../../core/runtime/self-check/golden-store'
import { judgeProbe, type Probe, type Verdict } from '../../core/runtime/self-check/judge-probe'
import { PROBE_VERSION } from '../../core/runtime/self-check/probe-input'
import type { InferenceApi, LoadRequest, ProbeAnswer } from '../../protocol/inference-api'
import type { ModelFileStore } from './model-store'
import { createSupervisedWorker, type SupervisedWorker } from '../workers/supervised-worker'

/** Says whether a model that was just loaded gives the right numbers; fails with `WRONG_NUMBERS` where not. */
export type CheckModel = (
  worker: SupervisedWorker<InferenceApi>,
  request: LoadRequest,
  model: LoadedModel,
  signal: AbortSignal,
) => Promise<Outcome<SelfCheck>>

/** What the check is built from. */
export interface CheckParts {
  readonly spawnInferenceWorker: () => Worker
  readonly goldens: GoldenStore
  /** What a published model was found to make of the canned pictures; `null` where no one has looked. */
  readonly publishedGolden: (key: string) => Promise<readonly UnitVector[] | null>
  /** Asked where a model's numbers are no longer those of its earlier loads. */
  readonly models: Pick<ModelFileStore, 'recheck'>
  /** For loading the reference, without a byte or a step. */
  readonly deadline: Milliseconds
}

/** The answer is at hand since the warm-up; a worker that keeps it back is wedged. */
const PROBE_DEADLINE = 10_000 as Milliseconds

const askProbe = (
  worker: SupervisedWorker<InferenceApi>,
  signal: AbortSignal,
): Promise<Outcome<ProbeAnswer>> =>
  worker.run({
    doing: 'checking the model',
    deadline: PROBE_DEADLINE,
    signal,
    work: (api) => api.probe(),
  })

const toOutcome = (verdict: Verdict): Outcome<SelfCheck> => {
  if (verdict.kind === 'passed') return done(verdict.selfCheck)
  const distance = verdict.distance === null ? '' : `, cosine distance ${verdict.distance.toFixed(3)}`
  return failed({ code: 'WRONG_NUMBERS', detail: `self-check: ${verdict.fault}${distance}` })
}

const directionsOf = ({ pictures }: Probe): readonly UnitVector[] =>
  pictures.flatMap((vector) => toUnitVector(vector) ?? [])

/** The same weights on the plain CPU. */
const referenceRequest = (request: LoadRequest, { dtype }: LoadedModel): LoadRequest => ({
  ...request,
  runtime: { ...request.runtime, device: 'wasm', build: 'wasm', dtypes: [dtype.vision] },
  dtype: dtype.vision,
  towers: 'vision',
  fault: null,
})

/**
 * Builds the check. What is compared with, in this order: vectors that the model brings, vectors that are published
 * with the app for this commit of it, vectors that this machine's CPU gave earlier, vectors that a worker on the CPU gives now and is then ended, since a model's memory
 * comes back no other way. Vectors of the CPU that do not fit are made again before a device is blamed.
 *
 * What the CPU gives is compared with what it gave at earlier loads. Where that differs the files are compared with
 * their hashes: it is `MODEL_CORRUPT` where they have changed. Where they have not, the vectors are what is wrong.
 */
export const createModelCheck = ({
  spawnInferenceWorker,
  goldens,
  publishedGolden,
  models,
  deadline,
}: CheckParts): CheckModel => {
  const computeReference = async (
    request: LoadRequest,
    model: LoadedModel,
    signal: AbortSignal,
  ): Promise<Outcome<readonly UnitVector[]>> => {
    const worker = createSupervisedWorker<InferenceApi>(spawnInferenceWorker)
    try {
      const loaded = await worker.run({
        doing: 'loading the model',
        deadline,
        signal,
        work: (api, callSignal, heartbeat) =>
          api.load(referenceRequest(request, model), proxy(heartbeat), callSignal),
      })
      if (loaded.kind !== 'done') return loaded
      const answer = await askProbe(worker, signal)
      return answer.kind === 'done' ? done(directionsOf(answer.value)) : answer
    } finally {
      worker.stop('the reference is known')
    }
  }

  /** Takes what the CPU gives as what is right, unless it gave something else before and the files have changed. */
  const acceptReference = async (
    key: string,
    { source }: LoadRequest,
    vectors: readonly UnitVector[],
    signal: AbortSignal,
  ): Promise<Outcome<null>> => {
    const kept = goldens.read(key)
    if (
      kept &&
      judgeProbe({ pictures: vectors, prompts: [] }, { pictures: kept, reference: 'cpu' }).kind === 'failed'
    ) {
      const rechecked = await models.recheck(source, { signal, onProgress: () => undefined })
      if (rechecked.kind === 'cancelled') return rechecked
      const [file] = rechecked.kind === 'done' ? rechecked.value : []
      if (file !== undefined)
        return failed({ code: 'MODEL_CORRUPT', file, detail: 'it has changed since it was verified' })
    }
    goldens.write(key, vectors)
    return done(null)
  }

  return async (worker, request, model, signal) => {
    const answer = await askProbe(worker, signal)
    if (answer.kind !== 'done') return answer
    const { golden, ...probe } = answer.value
    const key = `${PROBE_VERSION} ${model.key}`
    const right = golden ?? (await publishedGolden(key))
    if (right) return toOutcome(judgeProbe(probe, { pictures: right, reference: 'golden' }))

    if (model.device === 'wasm') {
      const sane = judgeProbe(probe, null)
      // A model with one answer to everything has it here too: graphs of constant weights, made for measuring.
      if (sane.kind === 'failed' && sane.fault !== 'constant') return toOutcome(sane)
      const accepted = await acceptReference(key, request, directionsOf(probe), signal)
      return accepted.kind === 'done' ? done({ kind: 'plausible' }) : accepted
    }
    const kept = goldens.read(key)
    const verdict = kept && judgeProbe(probe, { pictures: kept, reference: 'cpu' })
    if (verdict?.kind === 'passed') return toOutcome(verdict)

    const computed = await computeReference(request, model, signal)
    if (computed.kind !== 'done') return computed
    const accepted = await acceptReference(key, request, computed.value, signal)
    if (accepted.kind !== 'done') return accepted
    return toOutcome(judgeProbe(probe, { pictures: computed.value, reference: 'cpu' }))
  }
}
