import { sourcePath, type ModelSource } from '../model/model-source'
import type { Dtype } from './runtime'

/** Precisions that keep weights as they are. */
const UNQUANTISED: readonly Dtype[] = ['fp16', 'fp32']

/** Whether weights are as they were trained, but for their length. */
export const isUnquantised = (dtype: Dtype): boolean => UNQUANTISED.includes(dtype)

/** Precisions that keep weights as they are before all others. */
export const unquantisedFirst = (dtypes: readonly Dtype[]): readonly Dtype[] =>
  [...dtypes].sort((a, b) => Number(isUnquantised(b)) - Number(isUnquantised(a)))

/**
 * Families of networks of convolutions, by what their repositories are called. MobileViT is one: of its 5.6 million
 * numbers most are convolutions.
 */
const CONVOLUTIONS =
  /mobile-?(clip|net|vit)|fast-?vit|res-?ne[xt]|reg-?net|conv-?next|(efficient|dense|shuffle|squeeze)-?net|inception|vgg|clip-?rn\d/i

/** Families of networks of matrices alone, which bear 8 bits. */
const TRANSFORMERS = /vit|deit|beit|swin|dino/i

/** A model's graph that sees pictures. */
export type VisionGraph = 'tower' | 'classifier'

/** By its name, which is all that is known before its files are. A tower is a transformer unless it says otherwise. */
const bearsEightBits = (source: ModelSource, graph: VisionGraph): boolean => {
  const name = sourcePath(source)
  return !CONVOLUTIONS.test(name) && (graph === 'tower' || TRANSFORMERS.test(name))
}

/**
 * The order in which precisions of the graph that sees pictures are tried. 8 bits ruin convolutions: MobileNetV2 as
 * ONNX Runtime quantises it named none of 43 photographs as before, and was no faster; MobileCLIP's publisher pins
 * its tower to fp32. 16 bits give the same as 32 at half the download. A classifier is taken for one of convolutions
 * unless its name says that it is none.
 */
export const orderVisionDtypes = (
  source: ModelSource,
  graph: VisionGraph,
  dtypes: readonly Dtype[],
): readonly Dtype[] => (bearsEightBits(source, graph) ? dtypes : unquantisedFirst(dtypes))
