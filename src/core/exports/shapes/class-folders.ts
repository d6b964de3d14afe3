import { createClassPaths, NO_CLASS, UNANSWERED, UNREAD } from '../safe-name'
import type { ExportShape } from './export-shape'
import type { LabelledPicture } from './labelled-picture'

/**
 * The folder of a picture: its best label's, or one for those without. That none fits is an answer, and what nothing is
 * said of has one of its own: learned from, a photograph that the model cannot read would count as none of the tags.
 */
export const folderOf = ({ state, labels: [best], source }: LabelledPicture): string => {
  if (state === 'unread') return UNREAD
  return best?.label ?? (source === null ? UNANSWERED : NO_CLASS)
}

/** Pictures in folders by their best label, and nothing else. */
export const createClassFolders = (): ExportShape => {
  const pathOf = createClassPaths()
  return {
    add: (picture) => [{ path: pathOf(folderOf(picture), picture.path), content: 'picture' }],
    end: () => [],
  }
}
