import { sourceName, type ModelSource } from '../model/model-source'
import type { Dtype } from './runtime'

/** Precisions that keep a convolution's weights as they are. */
const UNQUANTISED: readonly Dtype[] = ['fp16', 'fp32']

/** MobileCLIP by its name, which is all that is known before its files are. */
const isMobileClip = (source: ModelSource): boolean => /mobileclip/i.test(sourceName(source))

/**
 * The order in which precisions of a model's vision tower are tried. MobileCLIP's is made of convolutions, which 8
 * bits hurt: its publisher pins it to fp32, and fp16 weights give the same at half the download.
 */
export const orderVisionDtypes = (source: ModelSource, dtypes: readonly Dtype[]): readonly Dtype[] =>
  isMobileClip(source)
    ? [...dtypes].sort((a, b) => Number(UNQUANTISED.includes(b)) - Number(UNQUANTISED.includes(a)))
    : dtypes
