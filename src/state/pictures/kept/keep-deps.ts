import type { AppActions } from '../../app-actions'
import type { ActionDeps } from '../../app-deps'
import type { WorkKeeper } from '../../history/work-history'
import type { Notices } from '../../messages/notices'
import type { ForgetMarksDeps } from './forget-marks'
import type { OpenedDesk } from './opened-desk'

/** What keeps a list acts on. */
export interface KeepDeps
  extends
    Pick<ActionDeps, 'store' | 'engine' | 'newId' | 'wordsWith' | 'openArchive'>,
    ForgetMarksDeps,
    OpenedDesk {
  readonly work: Pick<WorkKeeper, 'change' | 'record'>
  readonly notices: Notices
  readonly actions: Pick<AppActions, 'addPictures' | 'select' | 'undo'>
}
