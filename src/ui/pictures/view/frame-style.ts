import type { CSSProperties } from 'react'
import type { CropFrame } from '../../../core/pixels/crops/crop-frame'

const percent = (share: number): string => `${share * 100}%`

/** Where the part of a picture that the model saw lies over it. */
export const frameStyle = ({ left, top, width, height }: CropFrame): CSSProperties => ({
  left: percent(left),
  top: percent(top),
  width: percent(width),
  height: percent(height),
})
