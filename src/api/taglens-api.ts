import type { UnitVector } from '../core/brands'
import type { LoadedModel, LoadProgress } from '../core/model/loaded-model'
import type { FixedLabelRecord } from '../core/tasks/fixed-labels/fixed-label-record'
import type { LoadPlan } from '../core/model/load-plan'
import type { StoredModel } from '../core/model/stored/stored-model'
import type { BroughtFile } from '../protocol/store-api'
import type { ClassificationRecord } from '../core/tasks/zero-shot/record'
import type { AnswerMode } from '../core/question/scoring/judge'
import type { Executor } from '../core/runtime/executor'
import type { Device, Dtype } from '../core/runtime/runtime'
import type { EngineStats } from '../client/engine-client'
import type { ApiPicture, ApiCallOptions, FailedPicture, LookOptions } from './api-calls'
import type { Explanation, ExplainOptions } from './explain/explanation'
import type { ClassifiersApi } from './classifiers/classifiers'
import type { DeviceFault } from '../protocol/inference-api'

/** What may be insisted on. */
interface Insisted {
  readonly dtype?: Dtype
  readonly device?: Device
  /**
   * `own` asks for our own kernels on the CPU, which are taken where they agree with ONNX Runtime: see `executor` of the model;
   * `own-precise` for those where they round least, which is slower. Without a `dtype` files that nothing was rounded of are
   * taken where they are stored, or worth their bytes.
   */
  readonly executor?: Executor
}

/** A folder behind a URL, a repository of the hub, or a model on this device. */
export type ApiModelSource = Insisted &
  (
    | { readonly baseUrl: string }
    | {
        readonly id: string
        readonly revision?: string
        /** A mirror of the hub; the hub itself unless given. */
        readonly host?: string
      }
    /** `key` of {@link ModelsApi.list}, or the id of a model that is listed there. */
    | { readonly key: string }
  )

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

/** What long calls may be given. */
export interface ProgressOptions extends ApiCallOptions {
  /** Bytes of all files together; `loaded` never falls. */
  readonly onProgress?: (progress: LoadProgress) => void
}

/** The models on this device. Where one is named, its `key` or its id will do. */
export interface ModelsApi {
  /** Whole models and begun downloads, the most recently used first. */
  list(): Promise<readonly StoredModel[]>
  /** What a load would download. Needs no network for a model that is here whole. */
  plan(source: ApiModelSource, options?: ApiCallOptions): Promise<LoadPlan>
  /** Takes a model or a begun download off this device. One that is loaded goes on working. */
  remove(idOrKey: string): Promise<void>
  /** Keeps a model's own files: a folder in the hub's layout, or one file that `export` made. */
  import(files: readonly (File | BroughtFile)[], options?: ProgressOptions): Promise<StoredModel>
  /** A model as one file, for another machine. */
  export(idOrKey: string, options?: ProgressOptions): Promise<Blob>
}

/** Options of {@link TaglensApi.classify}. */
export interface ClassifyOptions extends LookOptions {
  /**
   * One to any number of tags, in the order in which the records list them, read as the page reads its tags:
   * `car | automobile` averages both phrasings, and in `car -toy` what follows the hyphen competes with the tag.
   * A record names a label as it was given.
   */
  readonly labels: readonly string[]
  /** Takes labels to the letter, as hosted APIs do: bars and hyphens are then part of the prompt. */
  readonly literal?: boolean
  /** `{}` stands for the label. `{}` alone unless given: the label is the prompt, as hosted APIs have it. */
  readonly template?: string
  /** Several in place of {@link ClassifyOptions.template}: a label's embeddings in all of them are averaged. */
  readonly templates?: readonly string[]
  /** `single`, the best tag, unless given; `multi` accepts every tag that fits. */
  readonly mode?: AnswerMode
  /** Logits by which a tag has to beat the best neutral text; 1 unless given, `null` never rejects. */
  readonly noneMargin?: number | null
}

/** Options of {@link TaglensApi.classify} where a classifier of one's own answers, by its own labels. */
export interface ClassifyByOwnOptions extends ApiCallOptions {
  /** `id` of {@link ClassifiersApi.list}. */
  readonly classifier: string
}

/** Options of {@link TaglensApi.classifyFixed}. */
export interface ClassifyFixedOptions extends LookOptions {
  /** How many of the likeliest classes a record lists; 5 unless given. */
  readonly topK?: number
}

/** `window.taglens`: the page's engine for people who automate. */
export interface TaglensApi {
  /** Resolves when the page has started and calls may be made. Those that need a model wait for one that is on its way. */
  readonly ready: Promise<void>
  /** The model that answers now, or `null`. */
  model(): LoadedModel | null
  /**
   * Loads a model in place of the present one, downloading what is missing: calling it is consent. A download
   * that is stopped goes on from its last byte when it is asked for again. Tags and pictures of the page stay.
   */
  loadModel(source: ApiModelSource, options?: ProgressOptions): Promise<LoadedModel>
  readonly models: ModelsApi
  readonly classifiers: ClassifiersApi
  /**
   * One entry per picture, in order. Rejects on bad input, and with `MODEL_NOT_LOADED` where no model that reads tags
   * is loaded or on its way; so do the other calls that need a model. A classifier that is not here, or not of the
   * model that is loaded, is `MODEL_NOT_FOUND` and `VALIDATION_ERROR`; which one has answered stands in the record.
   */
  classify(
    pictures: readonly ApiPicture[],
    options: ClassifyOptions | ClassifyByOwnOptions,
  ): Promise<readonly (ClassificationRecord | FailedPicture)[]>
  /**
   * As {@link TaglensApi.classify}, by the labels that a classifier was trained on: ImageNet's thousand and the
   * six categories that they come down to. Rejects where no classifier is loaded or on its way.
   */
  classifyFixed(
    pictures: readonly ApiPicture[],
    options?: ClassifyFixedOptions,
  ): Promise<readonly (FixedLabelRecord | FailedPicture)[]>
  /**
   * What labels hang on in one picture: see {@link Explanation}. It takes two runs of the model, or
   * 50 where its graph is not known. Rejects as `classify` does, and
   * where the picture cannot be read.
   */
  explain(picture: ApiPicture, options: ExplainOptions): Promise<Explanation>
  embedImages(
    pictures: readonly ApiPicture[],
    options?: LookOptions,
  ): Promise<readonly (ImageEmbedding | FailedPicture)[]>
  embedTexts(texts: readonly string[], options?: ApiCallOptions): Promise<readonly TextEmbedding[]>
  /** Resolves when nothing is loading, encoding or waiting to be. */
  whenIdle(): Promise<void>
  /** What the engine has done since the page was opened. */
  stats(): EngineStats
  /** Faults on demand. Only in the browser of the tests, which marks its pages. */
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
