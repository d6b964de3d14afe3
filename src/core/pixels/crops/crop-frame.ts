/** A rectangle of a picture as shares of its width and height, 0 to 1: what the model saw of it. */
export interface CropFrame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
