import { APPLE_RESEARCH_LICENCE, type Fact, type GoodFor, type Parameters } from './catalogue-model'

/** A classifier that is offered by name. What it would take is asked of its host before anything is downloaded. */
export interface FixedLabelCatalogueModel {
  /** On the hub. */
  readonly id: string
  /** Learned numbers, in millions. */
  readonly parameters: Fact<number>
  /** As of `Parameters`. */
  readonly visionKind: Parameters['visionKind']
  /** Top-1 accuracy on ImageNet's validation set, in percent, as published. */
  readonly imageNet: Fact<number>
  readonly licence: Fact<string>
  /** As of `CatalogueModel`. */
  readonly researchOnly: boolean
  readonly goodFor: GoodFor
}

const read = <Value>(value: Value, source: string): Fact<Value> => ({ value, source, checked: true })
const notRead = <Value>(value: Value, source: string): Fact<Value> => ({ value, source, checked: false })

const TIMM = 'https://github.com/huggingface/pytorch-image-models/blob/main/README.md'

const card = (id: string) => `https://huggingface.co/${id}`

/**
 * Classifiers of ImageNet's thousand classes in the hub's layout, the smallest first. The ids are those of
 * transformers.js' own documentation and tests; figures are the papers' and model cards'.
 */
export const fixedLabelCatalogue: readonly FixedLabelCatalogueModel[] = [
  {
    id: 'onnx-community/mobilenetv4_conv_small.e2400_r224_in1k',
    parameters: read(3.8, TIMM),
    visionKind: 'convolutions',
    imageNet: read(73.8, TIMM),
    licence: read('Apache 2.0', card('timm/mobilenetv4_conv_small.e2400_r224_in1k')),
    researchOnly: false,
    goodFor: 'smallest-classifier',
  },
  {
    id: 'Xenova/mobilevit-small',
    parameters: notRead(5.6, card('apple/mobilevit-small')),
    visionKind: 'convolutions',
    imageNet: notRead(78.4, card('apple/mobilevit-small')),
    // Its siblings were put under it, and its own card says no more than "Apple's".
    licence: notRead(APPLE_RESEARCH_LICENCE, card('apple/mobilevit-small')),
    researchOnly: true,
    goodFor: 'finer-classifier',
  },
  {
    id: 'Xenova/resnet-18',
    parameters: notRead(11.7, card('microsoft/resnet-18')),
    visionKind: 'convolutions',
    imageNet: notRead(69.8, card('microsoft/resnet-18')),
    licence: notRead('Apache 2.0', card('microsoft/resnet-18')),
    researchOnly: false,
    goodFor: 'plainest-classifier',
  },
  {
    id: 'Xenova/vit-base-patch16-224',
    parameters: notRead(86.6, card('google/vit-base-patch16-224')),
    visionKind: 'transformer',
    imageNet: notRead(81.3, card('google/vit-base-patch16-224')),
    licence: notRead('Apache 2.0', card('google/vit-base-patch16-224')),
    researchOnly: false,
    goodFor: 'hosted-classifier',
  },
]
