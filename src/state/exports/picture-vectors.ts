import { npyHeader, npyTexts } from '../../core/exports/npy'
import { encodingValues } from '../../core/model/picture-encoding'
import type { Picture } from '../app-state'

/** What one model has made of pictures, as arrays of NumPy: rows of numbers, and the names in the same order. */
export interface PictureVectors {
  readonly names: readonly Uint8Array<ArrayBuffer>[]
  /** A header, then a row a picture. */
  values(): Generator<Uint8Array<ArrayBuffer>>
}

/** @param modelKey of the model whose vectors are wanted; pictures that it has not encoded are left out. */
export const pictureVectors = (pictures: readonly Picture[], modelKey: string): PictureVectors => {
  const rows = pictures.flatMap(({ name, phase }) =>
    phase.kind === 'ready' && phase.encoded.modelKey === modelKey ? [{ name, encoded: phase.encoded }] : [],
  )
  const width = rows[0] ? encodingValues(rows[0].encoded).length : 0
  return {
    names: npyTexts(rows.map(({ name }) => name)),
    *values() {
      yield npyHeader('<f4', [rows.length, width])
      for (const { encoded } of rows) yield new Uint8Array(encodingValues(encoded).slice().buffer)
    },
  }
}
