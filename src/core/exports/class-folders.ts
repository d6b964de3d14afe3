import { baseName } from '../incoming/entry-paths'
import { createNames } from './safe-name'

/** Where a picture goes that has no tag: none fits, or it was never ranked. */
export const NO_CLASS = '_none'

/** Where a picture goes that could not be read. */
export const UNREAD = '_errors'

/**
 * Gives pictures their paths in folders by class, one after another. Each class has a folder of its own, however alike two
 * of them are called; a picture keeps its own name without the folders that it lay in.
 */
export const createClassPaths = (): ((className: string, pictureName: string) => string) => {
  const nameFolder = createNames()
  const folders = new Map<string, { readonly name: string; readonly nameFile: (name: string) => string }>()
  for (const name of [NO_CLASS, UNREAD])
    folders.set(name, { name: nameFolder(name), nameFile: createNames() })
  return (className, pictureName) => {
    const folder = folders.get(className) ?? { name: nameFolder(className), nameFile: createNames() }
    folders.set(className, folder)
    return `${folder.name}/${folder.nameFile(baseName(pictureName))}`
  }
}
