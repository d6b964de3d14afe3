import type { Fact, GoodFor } from './catalogue-model'

/** A classifier that is offered by name. What it would take is asked of its host before anything is downloaded. */
export interface FixedLabelCatalogueModel {
  /** On the hub. */
  readonly id: string
  /** Learned numbers, in millions. */
  readonly parameters: Fact<number>
  /** Top-1 accuracy on ImageNet's validation set, in percent, as published. */
  readonly imageNet: Fact<number>
  readonly licence: Fact<string>
  readonly goodFor: GoodFor
}

const notRead = <Value>(value: Value, source: string): Fact<Value> => ({ value, source, checked: false })

const card = (id: string) => `https://huggingface.co/${id}`

/**
 * Classifiers of ImageNet's thousand classes in the hub's layout, the smallest first. The ids are those of
 * transformers.js' own documentation and tests; figures are the papers' and model cards', none of which could be
 * read for this list.
 */
export const fixedLabelCatalogue: readonly FixedLabelCatalogueModel[] = [
  {
    id: 'Xenova/mobilevit-small',
    parameters: notRead(5.6, card('apple/mobilevit-small')),
    imageNet: notRead(78.4, card('apple/mobilevit-small')),
    licence: notRead('Apple’s own', card('apple/mobilevit-small')),
    goodFor: 'smallest-classifier',
  },
  {
    id: 'Xenova/resnet-18',
    parameters: notRead(11.7, card('microsoft/resnet-18')),
    imageNet: notRead(69.8, card('microsoft/resnet-18')),
    licence: notRead('Apache 2.0', card('microsoft/resnet-18')),
    goodFor: 'plainest-classifier',
  },
  {
    id: 'Xenova/vit-base-patch16-224',
    parameters: notRead(86.6, card('google/vit-base-patch16-224')),
    imageNet: notRead(81.3, card('google/vit-base-patch16-224')),
    licence: notRead('Apache 2.0', card('google/vit-base-patch16-224')),
    goodFor: 'hosted-classifier',
  },
]
