import type { AppActions, PictureActions, TagActions } from '../../app-actions'
import type { ActionDeps } from '../../app-deps'
import type { WorkKeeper } from '../../history/work-history'
import type { Notices } from '../../messages/notices'

/** What takes files in works with. */
export interface TakeInDeps extends Pick<ActionDeps, 'store' | 'openArchive' | 'openDesk' | 'wordsWith'> {
  readonly notices: Notices
  readonly work: Pick<WorkKeeper, 'join' | 'change'>
  readonly actions: Pick<PictureActions, 'addPictures' | 'setReading' | 'retryPictures'> &
    Pick<TagActions, 'addPictureFileTags'> &
    Pick<AppActions, 'marking' | 'keptPictures'>
}
