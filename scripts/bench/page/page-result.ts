import type { Outcome } from '../../../src/core/errors/outcome'
import type { AppBuild } from '../../../src/core/site/app-build'
import type { Measurement } from '../../../src/core/runtime/measure/measurement'

/** What ONNX Runtime offers to make runs on a graphics card quicker. */
export const LEVERS = ['plain', 'output on the card', 'input on the card', 'graph capture'] as const
export type Lever = (typeof LEVERS)[number]

/** How long a run under a lever takes, in milliseconds. */
export type LeverTime =
  | { readonly kind: 'measured'; readonly first: number; readonly run: number; readonly runs: number }
  | { readonly kind: 'failed'; readonly detail: string }

/** A graph, a lever, a size of a run, and how long it takes. */
export interface LeverRow {
  readonly graph: string
  readonly lever: Lever
  readonly batch: number
  readonly time: LeverTime
}

/** Pictures made ready by so many pixel workers at once. */
export interface PixelWorkersRow {
  readonly workers: number
  readonly pictures: number
  readonly perSecond: number
}

/** The whole way of many photographs, as the app takes it. */
export interface PipelineRow {
  readonly model: string
  readonly device: string
  readonly dtype: string
  readonly megapixels: number
  readonly pictures: number
  readonly perSecond: number
}

/** What the page writes. */
export interface PageResult {
  readonly version: 1
  readonly build: AppBuild
  readonly adapter: Readonly<Record<string, string>> | null
  readonly measurements: readonly Outcome<Measurement>[]
  readonly levers: readonly LeverRow[]
  readonly pixelWorkers: readonly PixelWorkersRow[]
  readonly pipeline: readonly PipelineRow[]
  /** What became of a picture after the graphics device was destroyed; `null` where there is none. */
  readonly deviceLoss: string | null
  readonly seconds: number
}
