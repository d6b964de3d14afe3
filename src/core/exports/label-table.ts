import { csvPieces } from '../views/pieces'
import type { LabelledPicture } from './shapes/labelled-picture'

const HEAD = ['path', 'class', 'confidence', 'source', 'sha256'] as const

/**
 * A table with a row a label. A picture of which it is said that none fits has one row without a class; one of which nothing
 * is said has none.
 */
export const labelTable = (pictures: Iterable<LabelledPicture>): Generator<string> => {
  function* rows() {
    for (const { path, labels, source, sha256 } of pictures) {
      if (source === null) continue
      if (labels.length === 0) yield [path, null, null, source, sha256] as const
      for (const { label, confidence } of labels) yield [path, label, confidence, source, sha256] as const
    }
  }
  return csvPieces(HEAD, [rows()], (row) => row, [])
}
