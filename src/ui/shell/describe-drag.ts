import type { Wording } from '../../words/wording'
import type { DragContent } from '../ui-platform'

/** What a drop will do, in a few words. */
export const describeDrag = ({ t }: Wording, drag: DragContent): string => {
  switch (drag.kind) {
    case 'pictures':
      return drag.count === 0 ? t('shell.drop.somePictures') : t('shell.drop.pictures', { count: drag.count })
    case 'folder':
      return t('shell.drop.folder')
    case 'tags':
      return drag.name === '' ? t('shell.drop.tags') : t('shell.drop.tagsFrom', { name: drag.name })
    case 'unknown':
      return t('shell.drop.unknown')
  }
}
