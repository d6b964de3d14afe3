import type { Bytes } from '../../brands'
import type { Capabilities } from '../../runtime/capabilities'
import { BASE_BYTES, PEAK_TIMES_FILES, roomForModels } from '../../runtime/choose-workers'
import type { OwnPrecision } from '../../runtime/executor'
import type { Dtype } from '../../runtime/runtime'

/** Weights that our own kernels could have from a model's host at two precisions, and which were taken. */
export interface WeighedWeights {
  readonly taken: 'finer' | 'smaller'
  /** Nothing was rounded of these but to 16 bits. */
  readonly finer: Dtype
  /** As they were rounded by who published them, which no kernel takes back. */
  readonly smaller: Dtype
  /** Bytes that the finer ones take more to download; `null` where the host does not tell. */
  readonly more: Bytes | null
}

/** What decides between them. */
export interface Scales extends Pick<Capabilities, 'memoryGigabytes' | 'savesData'> {
  /** What rows are rounded to. */
  readonly rounded: OwnPrecision
  /** Bytes that all of the finer files are longer; `null` where the host does not tell. */
  readonly more: Bytes | null
  /** Bytes of the finer vision tower; `null` where the host does not tell. */
  readonly tower: Bytes | null
}

/**
 * Bytes more that are asked of a person unasked. Of the distance to fp32 finer weights take a tenth to a fifth where rows have 7 bits,
 * and more than half to five sixths where they have 12 (ADR 50): the first is worth a second ViT-B, the other a second ViT-L.
 */
const MOST_MORE: Readonly<Record<OwnPrecision, number>> = { int8: 200e6, int16: 450e6 }

/**
 * Weighs what finer weights cost against what they gain. They are proposed where the download is no more than they are worth, no
 * data is to be saved, and ONNX Runtime can open the tower beside ours for the comparison.
 */
export const weighWeights = ({
  rounded,
  more,
  tower,
  memoryGigabytes,
  savesData,
}: Scales): WeighedWeights['taken'] => {
  if (savesData || more === null || tower === null || more > MOST_MORE[rounded]) return 'smaller'
  const peak = tower * PEAK_TIMES_FILES + BASE_BYTES
  return peak <= roomForModels(memoryGigabytes) ? 'finer' : 'smaller'
}
