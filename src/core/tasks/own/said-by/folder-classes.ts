/** Folders that name what lies in them: fewer are no choice, and more are an archive by date or by number. */
const [FEWEST, MOST] = [2, 50]

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('/') + 1)

/**
 * What the folders that pictures came in may say of them: where all lie in folders side by side, the name of each.
 * @param paths of the pictures, `/` between folders.
 * @returns the label of each path in its order; `null` where the folders say nothing.
 */
export const folderClasses = (paths: readonly string[]): readonly string[] | null => {
  const folders = paths.map(folderOf)
  const apart = [...new Set(folders)]
  const isChoice = apart.length >= FEWEST && apart.length <= MOST && paths.length > apart.length
  const sideBySide = new Set(apart.map(folderOf)).size === 1
  return isChoice && sideBySide && !apart.includes('') ? folders.map(nameOf) : null
}
