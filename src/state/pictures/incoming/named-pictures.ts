import { picturePaths } from '../../../core/incoming/entry-paths'
import type { LandsOn } from '../../../core/incoming/sort-entries'
import type { TakeInDeps } from './take-in-deps'

/** A picture with the name that it has in the list. */
export interface NamedPicture {
  readonly name: string
  readonly file: File
}

/** A file's name, with its place in the folder that it came in. */
export const pathOfFile = ({ webkitRelativePath, name }: File): string => webkitRelativePath || name

/** Gives the pictures of one folder or archive names that none of the others has. */
export const named = (
  folder: string,
  pictures: readonly { readonly path: string; readonly file: File }[],
  taken: ReadonlySet<string>,
): readonly NamedPicture[] => {
  const names = picturePaths(
    folder,
    pictures.map(({ path }) => path),
    taken,
  )
  return pictures.map(({ path, file }, i) => ({ name: names[i] ?? path, file }))
}

/** Adds pictures to the list under their names, or makes tags of them. */
export const land = (
  { addPictures, addPictureFileTags }: TakeInDeps['actions'],
  pictures: readonly NamedPicture[],
  landsOn: LandsOn,
): void => {
  if (landsOn === 'tags') {
    addPictureFileTags(pictures.map(({ file }) => file))
    return
  }
  const nameOf = new Map(pictures.map(({ file, name }) => [file, name]))
  addPictures([...nameOf.keys()], nameOf)
}
