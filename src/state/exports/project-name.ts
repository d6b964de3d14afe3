import { commonFolder } from '../../core/incoming/entry-paths'
import type { FolderBook } from '../../platform/pictures/folders/folder-source'
import type { Picture } from '../app-state'
import { pathOfFile } from '../pictures/incoming/named-pictures'

/** What a project's file is called: as the folder that all of its pictures lie in, where there is one. */
export const projectName = (pictures: readonly Picture[], book: FolderBook): string => {
  const paths = pictures.map(({ name, file }) => {
    const place = book.get(file)
    if (place) return `${place.folder.name}/${place.path}`
    const path = file instanceof File ? pathOfFile(file) : name
    return path.includes('/') ? path : name
  })
  return `${commonFolder(paths) || 'project'}.taglens`
}
