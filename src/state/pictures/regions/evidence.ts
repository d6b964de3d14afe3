import type { Look } from '../../../client/inference/look-closely'
import type { Milliseconds } from '../../../core/brands'
import type { PictureEncoding } from '../../../core/model/picture-encoding'
import type { CropFrame } from '../../../core/pixels/crops/crop-frame'
import type { Picture } from '../../app-state'
import type { PictureLabel } from '../../tasks/task'

/** By which way the person wants it found: the quick one where the model has it, or covering. */
export type WhyBy = 'auto' | 'regions'

/** What was seen of a picture of the list. */
export interface SeenRegions extends Look {
  readonly picture: Picture
  readonly by: WhyBy
  /** The crop of a long picture that was looked at, counted from 0; `null` for the middle. */
  readonly crop: number | null
}

/** Farther from 0 and 1 than rounding, so that log odds are finite. */
const LEAST = 1e-9

/** What speaks for a label: its own logit, else the log odds of its share. */
export const evidence = ({ logit, probability }: PictureLabel): number => {
  if (typeof logit === 'number') return logit
  const share = Math.min(1 - LEAST, Math.max(LEAST, probability ?? Number.NaN))
  return Math.log(share / (1 - share))
}

const ALL: CropFrame = { left: 0, top: 0, width: 1, height: 1 }

/** A picture of the list as it would be with another encoding, so that it can be judged as the list judges. */
export const withEncoding = (picture: Picture, modelKey: string, encoding: PictureEncoding): Picture => {
  const { phase } = picture
  if (phase.kind !== 'ready') return picture
  const encoded = { modelKey, frame: ALL, reducedBy: 1, time: 0 as Milliseconds, ...encoding } as const
  return { ...picture, phase: { ...phase, encoded } }
}
