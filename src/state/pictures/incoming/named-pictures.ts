import { picturePaths } from '../../../core/incoming/entry-paths'

/** A picture with the name that it has in the list. */
export interface NamedPicture {
  readonly name: string
  readonly file: File
}

/** A file's name, with its place in the folder that it came in. */
export const sourcePath = ({ webkitRelativePath, name }: File): string => webkitRelativePath || name

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
