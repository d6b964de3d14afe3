import { createClassPaths, NO_CLASS, UNREAD } from '../safe-name'
import type { ExportShape } from './export-shape'
import type { LabelledPicture } from './labelled-picture'

/** The folder of a picture: its best label's, or one for those without. */
export const folderOf = ({ state, labels }: LabelledPicture): string =>
  state === 'unread' ? UNREAD : (labels[0]?.label ?? NO_CLASS)

/** Pictures in folders by their best label, and nothing else. */
export const createClassFolders = (): ExportShape => {
  const pathOf = createClassPaths()
  return {
    add: (picture) => [{ path: pathOf(folderOf(picture), picture.path), content: 'picture' }],
    end: () => [],
  }
}
