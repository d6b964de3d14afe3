import type { Orientation } from '../../core/pixels/turn-upright'

interface StoredLetters {
  /** Value of TIFF 6.0's tag 274. */
  readonly exif: number
  readonly orientation: Orientation
  /** How the picture `abc` over `def` is stored. */
  readonly stored: readonly string[]
}

/** All eight ways in which a picture may be stored. */
export const orientations: readonly StoredLetters[] = [
  { exif: 1, orientation: { rotation: 0, flip: false }, stored: ['abc', 'def'] },
  { exif: 2, orientation: { rotation: 0, flip: true }, stored: ['cba', 'fed'] },
  { exif: 3, orientation: { rotation: 180, flip: false }, stored: ['fed', 'cba'] },
  { exif: 4, orientation: { rotation: 180, flip: true }, stored: ['def', 'abc'] },
  { exif: 5, orientation: { rotation: 90, flip: true }, stored: ['ad', 'be', 'cf'] },
  { exif: 6, orientation: { rotation: 90, flip: false }, stored: ['cf', 'be', 'ad'] },
  { exif: 7, orientation: { rotation: 270, flip: true }, stored: ['fc', 'eb', 'da'] },
  { exif: 8, orientation: { rotation: 270, flip: false }, stored: ['da', 'eb', 'fc'] },
]
