import type { UnitVector } from '../core/brands'
import type { LoadedModel, LoadProgress } from '../core/model/loaded-model'
import type { FixedLabelRecord } from '../core/fixed-labels/fixed-label-record'
import type { ClassificationRecord } from '../core/record'
import type { Device, Dtype } from '../core/runtime/runtime'
import type { TaglensErrorCode } from '../core/taglens-error'
import type { EngineStats } from '../client/engine-client'
import type { DeviceFault } from '../protocol/inference-api'

/** How every refusal looks to a program; what a promise of this API rejects with has these two fields. */
export interface ApiError {
  /** For people: what happened and what to do next. */
  readonly message: string
  /** For programs: one of a fixed list. */
  readonly code: TaglensErrorCode
}

/** A folder behind a URL, or a repository of the hub. */
export type ApiModelSource =
  | { readonly baseUrl: string; readonly dtype?: Dtype; readonly device?: Device }
  | {
      readonly id: string
      readonly revision?: string
      readonly dtype?: Dtype
      readonly device?: Device
      /** A mirror of the hub; the hub itself unless given. */
      readonly host?: string
    }

/** A picture by its bytes, or by an `http(s)`, `data` or `blob` address. */
export type ApiPicture = Blob | string

/** A picture that could not be classified. The others in the same call are not affected. */
export interface FailedPicture {
  readonly name: string
  readonly error: ApiError
}

/** An embedding of length 1. */
export interface ImageEmbedding {
  readonly name: string
  readonly sha256: string
  readonly embedding: UnitVector
}

/** An embedding of length 1, with the token ids that the model got. */
export interface TextEmbedding {
  readonly text: string
  readonly embedding: UnitVector
  readonly tokenIds: readonly number[]
  /** Whether the text was longer than the model reads. */
  readonly cut: boolean
}

/** What every call may be given. */
export interface CallOptions {
  /** Stops the call; it then rejects with the code `CANCELLED`. */
  readonly signal?: AbortSignal
}

/** Options of {@link TaglensApi.classify}. */
export interface ClassifyOptions extends CallOptions {
  /** One to any number of tags, in the order in which the records list them. */
  readonly labels: readonly string[]
  /** `{}` stands for the label. `{}` alone unless given: the label is the prompt, as hosted APIs have it. */
  readonly template?: string
}

/** Options of {@link TaglensApi.classifyFixed}. */
export interface ClassifyFixedOptions extends CallOptions {
  /** How many of the likeliest classes a record lists; 5 unless given. */
  readonly topK?: number
}

/** `window.taglens`: the page's engine for people who automate. */
export interface TaglensApi {
  /** Resolves when the page has started and calls may be made; says nothing about a model. */
  readonly ready: Promise<void>
  /** The model that answers now, or `null`. */
  model(): LoadedModel | null
  /** Loads a model in place of the present one. Tags and pictures of the page stay. */
  loadModel(
    source: ApiModelSource,
    options?: CallOptions & { readonly onProgress?: (progress: LoadProgress) => void },
  ): Promise<LoadedModel>
  /** One entry per picture, in order. Rejects on bad input or without a model. */
  classify(
    pictures: readonly ApiPicture[],
    options: ClassifyOptions,
  ): Promise<readonly (ClassificationRecord | FailedPicture)[]>
  /**
   * As {@link TaglensApi.classify}, by the labels that a classifier was trained on: ImageNet's thousand and the
   * six categories that they come down to. Rejects where no classifier is loaded.
   */
  classifyFixed(
    pictures: readonly ApiPicture[],
    options?: ClassifyFixedOptions,
  ): Promise<readonly (FixedLabelRecord | FailedPicture)[]>
  embedImages(
    pictures: readonly ApiPicture[],
    options?: CallOptions,
  ): Promise<readonly (ImageEmbedding | FailedPicture)[]>
  embedTexts(texts: readonly string[], options?: CallOptions): Promise<readonly TextEmbedding[]>
  /** Resolves when nothing is loading, encoding or waiting to be. */
  whenIdle(): Promise<void>
  /** What the engine has done since the page was opened. */
  stats(): EngineStats
  /** Faults on demand. Only where the page was opened with `?testing`. */
  readonly testing?: TestingApi
}

/** Which of the engine's workers. */
export type WorkerName = 'pixels' | 'inference'

/** Ways to break the engine, for the tests that prove it survives. */
export interface TestingApi {
  /** Destroys the graphics device, as a driver reset would. */
  loseDevice(): Promise<void>
  /** Ends a worker, as a crash would. */
  killWorker(worker: WorkerName): void
  /** Makes a worker spin for ever, as a wedged driver would. */
  hangWorker(worker: WorkerName): void
  /** Makes the graphics device of every later load give wrong numbers; `null` makes it sound again. */
  spoilDevice(fault: DeviceFault | null): void
}
