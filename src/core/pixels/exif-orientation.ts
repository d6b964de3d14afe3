import { type Orientation, upright } from './turn-upright'

const orientations: readonly Orientation[] = [
  upright,
  { rotation: 0, flip: true },
  { rotation: 180, flip: false },
  { rotation: 180, flip: true },
  { rotation: 90, flip: true },
  { rotation: 90, flip: false },
  { rotation: 270, flip: true },
  { rotation: 270, flip: false },
]

/** What the number of TIFF 6.0's tag 274, which is EXIF's too, says; a number that it does not know means upright. */
export const orientationFromExif = (number: number): Orientation => orientations[number - 1] ?? upright
