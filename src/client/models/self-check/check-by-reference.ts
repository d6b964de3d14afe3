import type { Milliseconds, UnitVector } from '../../../core/brands'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import { sourceKey } from '../../../core/model/model-source'
import { readsWords, type LoadedModel } from '../../../core/model/loaded-model'
import { ownTextKey } from '../../../core/runtime/executor'
import {
  type GoldenStore,
  judgeProbe,
  type Probe,
  type SelfCheck,
} from '../../../core/runtime/self-check/judge-probe'
import { toUnitVector } from '../../../core/question/scoring/cosine'
import type { InferenceApi, LoadRequest } from '../../../protocol/inference-api'
import { createSupervisedWorker } from '../../workers/supervised-worker'
import type { ModelFileStore } from '../model-store'
import { askProbe, toOutcome, goldenKeyOf } from './ask-probe'
import { parseGoldens } from '../../../core/runtime/self-check/published-goldens'

/**
 * What a published model was found to make of the canned pictures. `null` where the file at `url` has nothing of that
 * key, or cannot be had: then this machine's CPU is asked.
 * @param key of `GoldenStore`.
 */
export const readGolden = async (url: string, key: string): Promise<readonly UnitVector[] | null> => {
  try {
    const response = await fetch(url)
    return response.ok ? (parseGoldens(await response.json()).get(key) ?? null) : null
  } catch {
    return null
  }
}

/** What the check is built from. */
export interface CheckParts {
  readonly spawnInferenceWorker: () => Worker
  readonly goldens: GoldenStore
  /** Address of the file that says what published models were found to make of the canned pictures. */
  readonly publishedGoldens: string
  /** Asked where a model's numbers are no longer those of its earlier loads. */
  readonly models: Pick<ModelFileStore, 'recheck'>
  /** For loading the reference, without a byte or a step. */
  readonly deadline: Milliseconds
}

/** A model that was just loaded, and what it makes of the canned input. */
interface Checked {
  readonly request: LoadRequest
  readonly model: LoadedModel
  readonly probe: Probe
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

/** Has a worker on the CPU run the same weights. It is ended then: a model's memory comes back no other way. */
const computeReference = async (
  { spawnInferenceWorker, deadline }: CheckParts,
  { request, model }: Checked,
  signal: AbortSignal,
): Promise<Outcome<readonly UnitVector[]>> => {
  const worker = createSupervisedWorker<InferenceApi>(spawnInferenceWorker)
  try {
    const loaded = await worker.run({
      doing: 'loading the model',
      deadline,
      signal,
      work: (api, callSignal, heartbeat) => api.load(referenceRequest(request, model), heartbeat, callSignal),
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
  { goldens, models }: CheckParts,
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

/** The same of prompts on our own kernels: what is kept of them says that they were compared with ONNX Runtime once. */
const acceptPrompts = async (
  parts: CheckParts,
  { request, model, probe }: Checked,
  signal: AbortSignal,
): Promise<Outcome<null>> => {
  if (!readsWords(model) || model.textExecutor?.kind !== 'own') return done(null)
  const { precision } = model.textExecutor
  const key = ownTextKey(sourceKey(request.source), model.revision, model.dtype.text, precision)
  const vectors = probe.prompts.flatMap((vector) => toUnitVector(vector) ?? [])
  return acceptReference(parts, goldenKeyOf(key), request, vectors, signal)
}

/**
 * Checks a model that brings no vectors of its own. What is compared with, in this order: vectors that are published with
 * the app for this commit of it, vectors that this machine's CPU gave earlier, vectors that a worker on the CPU gives
 * now. Vectors of the CPU that do not fit are made again before a device is blamed.
 *
 * What the CPU gives is compared with what it gave at earlier loads. Where that differs the files are compared with
 * their hashes: it is `MODEL_CORRUPT` where they have changed. Where they have not, the vectors are what is wrong.
 */
export const checkByReference = async (
  parts: CheckParts,
  checked: Checked,
  signal: AbortSignal,
): Promise<Outcome<SelfCheck>> => {
  const { request, model, probe } = checked
  const key = goldenKeyOf(model.key)
  const published = await readGolden(parts.publishedGoldens, key)
  if (published) return toOutcome(judgeProbe(probe, { pictures: published, reference: 'golden' }))

  if (model.device === 'wasm') {
    const sane = judgeProbe(probe, null)
    // A model with one answer to everything has it here too: graphs of constant weights, made for measuring.
    if (sane.kind === 'failed' && sane.fault !== 'constant') return toOutcome(sane)
    const accepted = await acceptReference(parts, key, request, directionsOf(probe), signal)
    if (accepted.kind !== 'done') return accepted
    const prompts = await acceptPrompts(parts, { request, model, probe }, signal)
    return prompts.kind === 'done' ? done({ kind: 'plausible' }) : prompts
  }
  const kept = parts.goldens.read(key)
  const verdict = kept && judgeProbe(probe, { pictures: kept, reference: 'cpu' })
  if (verdict?.kind === 'passed') return toOutcome(verdict)

  const computed = await computeReference(parts, checked, signal)
  if (computed.kind !== 'done') return computed
  const accepted = await acceptReference(parts, key, request, computed.value, signal)
  if (accepted.kind !== 'done') return accepted
  return toOutcome(judgeProbe(probe, { pictures: computed.value, reference: 'cpu' }))
}
