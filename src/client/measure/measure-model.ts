import type { Milliseconds } from '../../core/brands'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import {
  MEASURED_BATCHES,
  type BatchTime,
  type MeasureProgress,
  type MeasuredRung,
  type Measurement,
  type PreparationTime,
  type Rung,
  type RungResult,
} from '../../core/runtime/measure/measurement'
import { rungsOf } from '../../core/runtime/measure/rungs'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { ModelSource } from '../../core/model/model-source'
import type { EngineTrials } from '../engine-client'
import { openRung, type OpenRung } from './open-rung'
import { drawTestPicture } from './test-picture'

/** How a measurement is asked for. */
export interface MeasureOptions {
  readonly signal: AbortSignal
  readonly onProgress: (progress: MeasureProgress) => void
  /** Spent on the runs of one size after the first; a slow rung gets at least one. */
  readonly budget?: Milliseconds
}

const BUDGET = 1500 as Milliseconds
type RunOptions = Required<Pick<MeasureOptions, 'signal' | 'budget'>>

const MOST_RUNS = 30
/** A size is left out where one picture lets expect more: engine calls have deadlines, and people have none to spare. */
const LONGEST_RUN = 8000

/** A phone's photograph, and one as it comes from a message. */
const PICTURES = [
  { width: 4000, height: 3000 },
  { width: 1152, height: 864 },
] as const
const PREPARATIONS = 5

const median = (values: readonly number[]): Milliseconds =>
  ([...values].sort((a, b) => a - b)[values.length >> 1] ?? 0) as Milliseconds

const timed = async <T>(work: () => Promise<Outcome<T>>): Promise<Outcome<{ value: T; time: number }>> => {
  const startedAt = performance.now()
  const outcome = await work()
  return outcome.kind === 'done'
    ? done({ value: outcome.value, time: performance.now() - startedAt })
    : outcome
}

/** What the pictures of a measurement are to the model: times, and one of them made ready. */
interface Prepared {
  readonly times: readonly PreparationTime[]
  readonly tensor: Float32Array<ArrayBuffer>
}

const measurePreparation = async (
  trials: EngineTrials,
  { recipe }: LoadedModel,
  signal: AbortSignal,
): Promise<Outcome<Prepared>> => {
  const times: PreparationTime[] = []
  let tensor = new Float32Array()
  for (const { width, height } of PICTURES) {
    const picture = await drawTestPicture(width, height)
    const samples: number[] = []
    for (let i = 0; i < PREPARATIONS; i += 1) {
      // Another file each time, so that nothing is answered from what a browser keeps of a picture.
      const file = new Blob([picture, Uint8Array.of(i)], { type: picture.type })
      const prepared = await timed(() =>
        trials.prepare(file, 'test picture', { recipe, reading: 'exact' }, signal),
      )
      if (prepared.kind !== 'done') return prepared
      tensor = prepared.value.value.tensor
      samples.push(prepared.value.time)
    }
    times.push({ width, height, median: median(samples), runs: samples.length })
  }
  return done({ times, tensor })
}

const measureBatch = async (
  open: OpenRung,
  tensor: Float32Array<ArrayBuffer>,
  pictures: number,
  { signal, budget }: RunOptions,
): Promise<Outcome<BatchTime>> => {
  const batch = Array.from({ length: pictures }, () => tensor)
  const run = () => timed(() => open.run(batch, signal))
  const first = await run()
  if (first.kind !== 'done') return first
  const samples: number[] = []
  const startedAt = performance.now()
  do {
    const next = await run()
    if (next.kind !== 'done') return next
    samples.push(next.value.time)
  } while (performance.now() - startedAt < budget && samples.length < MOST_RUNS)
  return done({
    pictures,
    first: first.value.time as Milliseconds,
    run: median(samples),
    runs: samples.length,
  })
}

const measureRuns = async (
  open: OpenRung,
  tensor: Float32Array<ArrayBuffer>,
  options: RunOptions,
): Promise<Outcome<RungResult>> => {
  const { loadTime, selfCheck } = open.model
  const batches: BatchTime[] = []
  for (const pictures of MEASURED_BATCHES) {
    const one = batches[0]
    if (one && one.run * pictures > LONGEST_RUN) break
    const batch = await measureBatch(open, tensor, pictures, options)
    if (batch.kind !== 'done') return batch
    batches.push(batch.value)
  }
  return done({ kind: 'measured', ready: loadTime, selfCheck, batches })
}

/**
 * Measures a model on each rung that this machine has, one after the other, each in workers of its own that are ended
 * again; the model that answers is left alone. Only files that are here are used. A rung that fails is part of the
 * result; the whole fails only where no rung could be opened.
 */
export const measureModel = async (
  trials: EngineTrials,
  source: ModelSource,
  { signal, onProgress, budget = BUDGET }: MeasureOptions,
): Promise<Outcome<Measurement>> => {
  const capabilities = await trials.parts.probeCapabilities(true)
  const rungs = rungsOf(capabilities, trials.parts.allowFallbackAdapter)
  const measured: MeasuredRung[] = []
  // Known with the first rung that opens.
  const known: { model: Measurement['model'] | null; prepared: Prepared | null } = {
    model: null,
    prepared: null,
  }

  const measureRung = async (rung: Rung): Promise<Outcome<RungResult>> => {
    const opened = await openRung(trials, capabilities, source, rung, signal)
    if (opened.kind !== 'done') return opened
    const open = opened.value
    try {
      const { id, name, revision, executor } = open.model
      if (rung.executor === 'own' && executor?.kind === 'onnx-runtime')
        return done({ kind: 'refused', reason: executor.refused })
      known.model ??= { id, name, revision }
      if (!known.prepared) {
        const preparation = await measurePreparation(trials, open.model, signal)
        if (preparation.kind !== 'done') return preparation
        known.prepared = preparation.value
      }
      return await measureRuns(open, known.prepared.tensor, { signal, budget })
    } finally {
      open.close()
    }
  }

  // A graph that our own kernels do not run they run in no precision.
  let refused = false
  for (const [index, rung] of rungs.entries()) {
    if (refused && rung.executor === 'own') continue
    onProgress({ rung, index, count: rungs.length })
    const outcome = await measureRung(rung)
    if (outcome.kind === 'cancelled' || signal.aborted) return cancelled
    const result = toResult(outcome)
    refused ||= result.kind === 'refused' && result.reason !== 'too far'
    measured.push({ rung, result })
  }
  const firstFailure = measured.find(({ result }) => result.kind === 'failed')?.result
  const { model, prepared } = known
  if (!model || !prepared)
    return failed(firstFailure?.kind === 'failed' ? firstFailure.error : { code: 'MODEL_NOT_LOADED' })
  return done({
    version: 1,
    userAgent: navigator.userAgent,
    capabilities,
    model,
    preparation: prepared.times,
    rungs: measured,
  })
}

const toResult = (outcome: Exclude<Outcome<RungResult>, { kind: 'cancelled' }>): RungResult => {
  if (outcome.kind === 'done') return outcome.value
  const { code } = outcome.error
  return code === 'MODEL_NOT_FOUND' || code === 'UNSUPPORTED_MODEL'
    ? { kind: 'no file' }
    : { kind: 'failed', error: outcome.error }
}
