import type { HeadMode } from '../../core/tasks/own/training-set'
import type { ApiPicture, ApiCallOptions, FailedPicture } from '../api-calls'

/** A picture, or what a model has made of one: numbers of any length above 0. */
export type ApiExampleInput = { readonly picture: ApiPicture } | { readonly vector: ArrayLike<number> }

/** Something that the labels in `yes` are true of and those in `no` are not. Of the others nothing is known. */
export type ApiExample = ApiExampleInput & {
  readonly yes: readonly string[]
  readonly no?: readonly string[]
  /** The same for examples that were taken together, such as frames of one video: they count as one, and none is held out from another. */
  readonly group?: string
}

/** What a classifier is trained on. */
export interface TrainRequest {
  readonly labels: readonly string[]
  /** `single` unless given: each example has one label. */
  readonly mode?: HeadMode
  readonly examples: readonly ApiExample[]
}

/** Options of {@link ClassifiersApi.train}. */
export interface TrainOptions extends ApiCallOptions {
  /** The share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/** A classifier, and what held-out examples say of it. */
export interface TrainedClassifier {
  readonly id: string
  /** The same for the same weights, 8 hex digits. */
  readonly version: string
  readonly mode: HeadMode
  readonly labels: readonly string[]
  readonly examples: number
  /** The share of held-out answers that is right, 0 to 1, with its 95 % range; `null` where nothing can be held out. */
  readonly accuracy: { readonly share: number; readonly low: number; readonly high: number } | null
  /** The same share of the words alone; 0 where no model that knows words made the vectors. */
  readonly words_accuracy: number
  readonly better_than_words: boolean
  readonly better_than_chance: boolean
  /** Held-out examples by label (rows) and answer; of several labels by no and yes. */
  readonly confusion: readonly (readonly number[])[]
}

/** What a classifier says of one picture or vector. */
export interface ClassifierAnswer {
  /** The likeliest label. */
  readonly top: string
  /** In the order of the labels; probabilities 0 to 1. */
  readonly predictions: readonly {
    readonly label: string
    readonly class_id: number
    readonly probability: number
    readonly accepted: boolean
  }[]
}

/**
 * Classifiers of this page's visit, trained by programs, which are gone when it is left; and, with the id `mine`, the one
 * that the person teaches by marking pictures, which is kept as its examples are. One that the person has named has its name
 * for an id, as in links; it is there while the model answers that it learned from.
 */
export interface ClassifiersApi {
  /** Rejects with `VALIDATION_ERROR` where there is nothing to learn, and where a picture cannot be read. */
  train(request: TrainRequest, options?: TrainOptions): Promise<TrainedClassifier>
  /** One entry for each picture or vector, in order. */
  predict(
    id: string,
    inputs: readonly (ApiPicture | ArrayLike<number>)[],
    options?: ApiCallOptions,
  ): Promise<readonly (ClassifierAnswer | FailedPicture)[]>
  list(): Promise<readonly TrainedClassifier[]>
  remove(id: string): Promise<void>
}
