import { toPartError, type Late } from '../../../core/async/late'
import type { MarkActions } from '../../tasks/own/own-actions'
import type { ActionDeps } from '../../app-deps'
import type { Notices } from '../../messages/notices'

/** What marks are forgotten with. */
export interface ForgetMarksDeps extends Pick<ActionDeps, 'store' | 'hasMarks'> {
  readonly marking: Late<Pick<MarkActions, 'forget'>>
  readonly notices: Pick<Notices, 'showProblem' | 'settled'>
}

/** What a notice tells of. */
const ABOUT_FORGETTING = 'marks that are forgotten'

/**
 * Forgets what was said of pictures that are kept no longer. That it could not be is told: the person has asked for it.
 * @param sha256s of the pictures, or all that were ever marked.
 */
export const forgetMarks = async (
  deps: ForgetMarksDeps,
  sha256s: readonly string[] | 'all',
): Promise<void> => {
  const { store, hasMarks, marking, notices } = deps
  if (sha256s.length === 0 || (!hasMarks() && store.getState().marks.length === 0)) return
  const again = () => void forgetMarks(deps, sha256s)
  try {
    const outcome = await (await marking.load()).forget(sha256s)
    if (outcome.kind === 'failed') notices.showProblem(outcome.error, again, ABOUT_FORGETTING)
    else notices.settled(ABOUT_FORGETTING)
  } catch (error) {
    notices.showProblem(toPartError(error), again, ABOUT_FORGETTING)
  }
}
