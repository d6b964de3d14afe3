import type { Milliseconds } from '../../brands'
import type { TaglensError } from '../../errors/taglens-error'
import { type SelfCheck, selfCheckLine } from '../self-check/judge-probe'
import type { Capabilities } from '../capabilities'
import type { Executor, OwnRefusal } from '../executor'
import type { Device, Dtype } from '../runtime'

/** Pictures in one run: one alone, the app's own batch, and one that fills a large graphics card better. */
export const MEASURED_BATCHES = [1, 4, 16] as const

/** One way to run the graph that sees pictures: a step of the ladder. */
export interface Rung {
  readonly device: Device
  readonly dtype: Dtype
  /** Threads of ONNX Runtime; of our own kernels, which have none, the workers that share a run. */
  readonly threads: number
  readonly executor: Exclude<Executor, 'own-precise'>
}

/** How long runs of so many pictures take. */
export interface BatchTime {
  readonly pictures: number
  /** The first run of this size, in which a graphics card may compile for it. */
  readonly first: Milliseconds
  /** Median of the runs after it. */
  readonly run: Milliseconds
  readonly runs: number
}

/** What a rung has shown. */
export type RungResult =
  | {
      readonly kind: 'measured'
      /** From nothing to a model that is warm, its files read from this device. */
      readonly ready: Milliseconds
      readonly selfCheck: SelfCheck
      /** Sizes that would take too long on this rung are left out. */
      readonly batches: readonly BatchTime[]
    }
  /** The model's files of this precision are not on this device, and nothing is downloaded for a measurement. */
  | { readonly kind: 'no file' }
  /** Our own kernels do not run this model, or not near enough to ONNX Runtime. */
  | { readonly kind: 'refused'; readonly reason: OwnRefusal }
  | { readonly kind: 'failed'; readonly error: TaglensError }

/** A rung and what it has shown. */
export interface MeasuredRung {
  readonly rung: Rung
  readonly result: RungResult
}

/** How long it takes to make a picture ready for the model, one at a time: hash, decode, resize, normalise. */
export interface PreparationTime {
  readonly width: number
  readonly height: number
  readonly median: Milliseconds
  readonly runs: number
}

/** What a model does on this machine. Plain data: it is copied as JSON, and read again by the bench. */
export interface Measurement {
  /** Goes up when a field changes its meaning. */
  readonly version: 1
  readonly userAgent: string
  readonly capabilities: Capabilities
  readonly model: { readonly id: string; readonly name: string; readonly revision: string }
  readonly preparation: readonly PreparationTime[]
  readonly rungs: readonly MeasuredRung[]
}

/** How far a measurement is. */
export interface MeasureProgress {
  /** The rung that is being measured. */
  readonly rung: Rung
  /** Its place among all, from 0. */
  readonly index: number
  readonly count: number
}

/** Pictures a second in runs of this size. */
export const picturesPerSecond = ({
  pictures,
  run,
}: {
  readonly pictures: number
  readonly run: number
}): number => (pictures * 1000) / run

/** `WebGPU fp16`, `WASM q8, 2 threads`, `Own kernels q8, 2 workers`: the same in every language. */
export const rungName = ({ device, dtype, threads, executor }: Rung): string => {
  if (device === 'webgpu') return `WebGPU ${dtype}`
  const [runs, part] = executor === 'own' ? ['Own kernels', 'worker'] : ['WASM', 'thread']
  return `${runs} ${dtype}, ${threads} ${part}${threads === 1 ? '' : 's'}`
}

const rungLine = ({ rung, result }: MeasuredRung): string => {
  if (result.kind !== 'measured')
    return `${rungName(rung)}: ${result.kind === 'failed' ? result.error.code : result.kind === 'refused' ? `not run (${result.reason})` : 'no file here'}`
  const rates = result.batches.map(
    (batch) => `${picturesPerSecond(batch).toPrecision(3)} at ${batch.pictures}`,
  )
  const one = result.batches[0]
  return [
    `${rungName(rung)}: ready ${Math.round(result.ready)} ms`,
    ...(one ? [`first picture ${Math.round(one.first)} ms`] : []),
    `pictures/s ${rates.join(', ')}`,
    selfCheckLine(result.selfCheck),
  ].join('; ')
}

/** A measurement as lines of text, for a report. English, as reports are. */
export const measurementLines = ({ model, preparation, rungs }: Measurement): readonly string[] => [
  `measured: ${model.name} ${model.revision}`.trim(),
  ...preparation.map(
    ({ width, height, median }) =>
      `prepare ${((width * height) / 1e6).toFixed(1)} MP: ${Math.round(median)} ms`,
  ),
  ...rungs.filter(({ result }) => result.kind !== 'no file').map(rungLine),
]
