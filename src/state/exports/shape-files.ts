import type { ExportShape, ShapeFile } from '../../core/exports/shapes/export-shape'
import type { LabelledPicture } from '../../core/exports/shapes/labelled-picture'
import { nextTurn } from '../../protocol/next-turn'
import type { PackedFile } from '../../protocol/store-api'
import type { Picture } from '../app-state'

/** Files that are handed to the worker at a time: each costs the page some work. */
const FILES_AT_ONCE = 50

/** Pictures that are gone through at a time, where a layout has files for few of them. */
const PICTURES_AT_ONCE = 500

const toPacked = ({ path, content }: ShapeFile, file: Blob | null): PackedFile => ({
  path,
  file: content === 'picture' ? file : new Blob([...content]),
})

/** The files of a layout, some at a time; none when all have been given. */
export const shapeFiles = (
  shape: ExportShape,
  pictures: Iterator<readonly [labelled: LabelledPicture, picture: Picture]>,
): (() => Promise<readonly PackedFile[]>) => {
  let over = false
  const some = (): readonly PackedFile[] => {
    const files: PackedFile[] = []
    for (let gone = 0; files.length < FILES_AT_ONCE && gone < PICTURES_AT_ONCE; gone += 1) {
      const next = pictures.next()
      if (next.done === true) {
        over = true
        return [...files, ...shape.end().map((file) => toPacked(file, null))]
      }
      const [labelled, { file, absent }] = next.value
      files.push(...shape.add(labelled).map((one) => toPacked(one, absent ? null : file)))
    }
    return files
  }
  return async () => {
    while (!over) {
      const files = some()
      if (files.length > 0) return files
      // The page answers in between.
      await nextTurn()
    }
    return []
  }
}
