import { drawSample, samples } from '../../mini/draw/samples.ts'
import { rasterisePng, rasteriseRgba } from '../../mini/draw/rasterise.ts'

/** A drawing of ours, as a file and as its pixels. */
export interface DrawnPicture {
  readonly name: string
  readonly png: Uint8Array
  /** Four bytes a pixel. */
  readonly rgba: Uint8Array
  readonly side: number
}

/** Larger than any model's square, and no multiple of one. */
const SIDE = 500

/** The drawings that every model is shown. */
export const drawPictures = (): readonly DrawnPicture[] =>
  samples.map((sample) => {
    const svg = drawSample(sample)
    return { name: sample.file, png: rasterisePng(svg, SIDE), rgba: rasteriseRgba(svg, SIDE), side: SIDE }
  })
