import type { Dtype } from '../../runtime/runtime'

/** Something that is said of a model, and where it is written. */
export interface Fact<Value> {
  readonly value: Value
  /** Address of a page or file that says so. */
  readonly source: string
  /** Whether the source was read for this entry. Where it was not, the interface says so. */
  readonly checked: boolean
}

/** How models of one kind turn pictures and tags into numbers. */
export type Family = 'clip' | 'mobileclip' | 'siglip'

/** The preprocessing in outline, for reading; what a model really wants is read from its own files. */
export interface RecipeOutline {
  /** Side of the square that the model sees, in pixels. */
  readonly side: number
  readonly resample: 'bicubic' | 'bilinear'
  /** `crop` keeps the middle square, `squash` the whole picture, out of proportion. */
  readonly fit: 'crop' | 'squash'
}

/** Learned numbers of a model, in millions. */
export interface Parameters {
  readonly vision: number
  readonly text: number
  /** Of those of `text`, the table of token embeddings: 4-bit files leave it at 16 bits. */
  readonly tokens: number
  /** Whether the vision tower is made of matrices, which 4-bit files pack, or of convolutions, which they do not. */
  readonly visionKind: 'transformer' | 'convolutions'
}

/**
 * Apple's Machine Learning Research Model Licence: "exclusively for Research Purposes", which exclude "product
 * development or use in any commercial product or service". Its models were put under it in 2025.
 */
export const APPLE_RESEARCH_LICENCE = 'AMLR'

/** What a model is good for, to be said in one short line. */
export type GoodFor =
  | 'hosted'
  | 'finer-detail'
  | 'best-of-openai'
  | 'smallest'
  | 'better-than-clip'
  | 'best-for-its-size'
  | 'each-tag-by-itself'
  | 'smallest-classifier'
  | 'finer-classifier'
  | 'plainest-classifier'
  | 'hosted-classifier'

/** A model that is offered by name. */
export interface CatalogueModel {
  readonly id: string
  readonly family: Family
  readonly recipe: RecipeOutline
  readonly parameters: Fact<Parameters>
  /** Work for one picture, in 10^9 operations; `null` where none is published in the same way. */
  readonly pictureWork: Fact<number> | null
  /** Top-1 accuracy on ImageNet without having learned from it, in percent, as published. */
  readonly imageNet: Fact<number>
  readonly licence: Fact<string>
  /** Whether its licence allows research alone: then it is never chosen for a person, and its consent says so. */
  readonly researchOnly: boolean
  readonly goodFor: GoodFor
  /** Precisions that the hub's repository holds, each with both towers; `checked` where its listing was read. */
  readonly variants: readonly Fact<Dtype>[]
}
