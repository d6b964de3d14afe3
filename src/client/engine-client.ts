import type { SeenPlaces } from '../protocol/seen-places'
import type { Milliseconds } from '../core/brands'
import type { Extent } from '../core/pixels/crops/extent'
import type { Reading } from '../core/pixels/reduction'
import type { LoadedModel, TextArrival } from '../core/model/loaded-model'
import type { LoadPlan } from '../core/model/load-plan'
import type { ModelChoice } from '../core/model/model-choice'
import type { EncodedByModel, PictureEncoding } from '../core/model/picture-encoding'
import type { Outcome } from '../core/errors/outcome'
import type { PromptEmbedding } from '../protocol/inference-api'
import type {
  CropView,
  LiveFrame,
  PictureFacts,
  PicturePreparation,
  PreparedFrame,
  PreparedPicture,
} from '../protocol/pixel-api'
import type { RecallPicture } from './inference/picture-cache'
import type { OpenerParts } from './models/choose-target'
import type { CallOptions, ModelStore } from './models/model-store'
import type { CheckModel } from './models/self-check/check-model'

/** A picture that has been encoded by the model that answers. */
export type EncodedPicture = PictureFacts & EncodedByModel

/** One live frame, encoded by the model that answers. */
export type EncodedFrame = PictureEncoding &
  Omit<PreparedFrame, 'tensor' | 'more'> & {
    readonly modelKey: string
  }

/** What the engine has done since the page was opened. */
export interface EngineStats {
  readonly pictureEncodes: number
  readonly pictureCacheHits: number
  readonly promptEncodes: number
  readonly promptCacheHits: number
  /** Workers that crashed, hung or lost their device and were replaced. */
  readonly workersReplaced: number
  /** Pictures encoded from pixels that the browser changed as they were read, against the recognition of devices. */
  readonly noisyReads: number
  /** Of the newest pictures encoded, newest last, at most a hundred: preparing and encoding together. */
  readonly pictureTimes: readonly Milliseconds[]
}

/** How a picture is encoded. */
export interface PictureOptions {
  readonly signal: AbortSignal
  /** Of the picture's bytes where that is known: then they are read only if they are not known yet. */
  readonly sha256?: string | undefined
  /** Exact unless stated. What was read fast before is read again where it is to be exact. */
  readonly reading?: Reading
  /** How much of a long picture is looked at; as the model that answers does unless stated. */
  readonly extent?: Extent | undefined
}

/** What a measurement opens models with, beside the one that answers. */
export interface EngineTrials {
  readonly parts: OpenerParts
  readonly check: CheckModel
  /** Makes a picture ready for a model, as every picture is. */
  prepare(
    picture: Blob,
    name: string,
    preparation: PicturePreparation,
    signal: AbortSignal,
  ): Promise<Outcome<PreparedPicture>>
}

/** The engine as the page sees it. Everything ends in an outcome; nothing rejects. */
export interface EngineClient {
  /** The model that answers, as it runs now. Its key and its recipe say how much of long pictures it looks at. */
  model(): LoadedModel | null
  /** Lets it, and models after it, look at so much of long pictures: their middle alone to begin with. */
  lookOver(extent: Extent): void
  /** The models on this device. */
  readonly models: ModelStore
  /** Asks what a load would download, without loading. Needs no network for a model that is stored whole. */
  plan(wish: ModelChoice, signal: AbortSignal): Promise<Outcome<LoadPlan>>
  /** Loads a model beside the present one and puts it in its place when it is ready. */
  load(wish: ModelChoice, options: CallOptions): Promise<Outcome<LoadedModel>>
  readonly trials: EngineTrials
  /** Lets the next load try every device again, also those that failed at earlier ones. */
  forgetDemotions(): void
  /** Ends the model's worker, which gives its memory back. */
  unload(): void
  /**
   * A frame of something live: encoded exactly as a picture of its pixels, but neither counted nor remembered. The
   * caller closes the frame afterwards, whose pixels may be gone by then.
   */
  embedFrame(frame: LiveFrame, signal: AbortSignal): Promise<Outcome<EncodedFrame>>
  embedPicture(picture: Blob, name: string, options: PictureOptions): Promise<Outcome<EncodedPicture>>
  /** Encodings of what `trials.prepare` has made ready, or was made of it: neither counted nor remembered. */
  embedPrepared(
    tensors: readonly Float32Array<ArrayBuffer>[],
    signal: AbortSignal,
  ): Promise<Outcome<readonly PictureEncoding[]>>
  /** What the model makes of the places of what `trials.prepare` has made ready: see `InferenceApi`. */
  seePlaces(tensors: readonly Float32Array<ArrayBuffer>[], signal: AbortSignal): Promise<Outcome<SeenPlaces>>
  /** Gives back what {@link EngineClient.seePlaces} has taken of memory. */
  closePlaces(): Promise<void>
  /** Where to look for what was made of a picture at an earlier visit, before it is encoded. */
  recallBy(recall: RecallPicture): void
  embedPrompts(prompts: readonly string[], signal: AbortSignal): Promise<Outcome<readonly PromptEmbedding[]>>
  /**
   * Embeddings of prompts that no one waits for: behind pictures and other prompts, and neither counted nor remembered.
   * Waits for a text tower that has not come yet.
   */
  embedAside(prompts: readonly string[], signal: AbortSignal): Promise<Outcome<readonly PromptEmbedding[]>>
  /** Whether one of these prompts has to wait for the model's text tower, which has not come yet. */
  waitsForText(prompts: readonly string[]): boolean
  /** Tries again to bring a text tower that did not come. */
  retryText(): void
  /**
   * Tells how it goes with a text tower that comes after its model has begun to answer; `null` when it is here, or
   * another model answers.
   * @returns how to stop listening.
   */
  onTextArrival(listener: (arrival: TextArrival | null) => void): () => void
  /** The pixels that the model is given of a picture. */
  viewCrop(picture: Blob, name: string, signal: AbortSignal): Promise<Outcome<CropView>>
  stats(): EngineStats
  /**
   * Tells when the model runs otherwise than it did: a worker was replaced, perhaps one rung lower, or it looks at more
   * of long pictures, or less.
   * @returns how to stop listening.
   */
  onModelChanged(listener: (model: LoadedModel) => void): () => void
  close(): void
}
