import type { AppState, Picture } from '../../state/app-state'
import { answeringModel } from '../../state/model/current-model'
import type { Wording } from '../../words/wording'

/** Why there is no ranking, in words, and what helps. */
export interface NoRankingContent {
  readonly title: string
  readonly text: string
  /** Whether rows are on their way, so that their place is held. */
  readonly rows: 'none' | 'coming' | 'busy'
  readonly help: 'model' | null
}

const say = (
  title: string,
  text: string,
  rows: NoRankingContent['rows'],
  help: NoRankingContent['help'] = null,
): NoRankingContent => ({
  title,
  text,
  rows,
  help,
})

/**
 * What the place of the ranking says while `picture` has none. The first thing that is missing decides.
 * @param opens whether a model is being opened, and the one that answers meanwhile was not made for the picture.
 */
export const whyNoRanking = (
  { t }: Wording,
  { model }: Pick<AppState, 'model'>,
  hasLabels: boolean,
  picture: Picture | null,
  opens: boolean,
): NoRankingContent => {
  // The error stands where it belongs already.
  if (picture?.phase.kind === 'failed') return say('', '', 'none')
  if (answeringModel(model) === null && model.kind !== 'loading' && model.kind !== 'failed')
    return say(t('ranking.noModel'), t('ranking.noModelText'), 'none', 'model')
  if (model.kind === 'failed' && !model.previous)
    return say(t('ranking.modelFailed'), t('ranking.modelFailedText'), 'none', 'model')
  if (opens || (model.kind === 'loading' && !model.previous))
    return say(t('ranking.modelLoading'), t('ranking.modelLoadingText'), 'coming')
  if (picture === null)
    return say(t('ranking.noPicture'), t('ranking.noPictureText'), hasLabels ? 'coming' : 'none')
  if (!hasLabels) return say(t('ranking.noTags'), t('ranking.noTagsText'), 'none')
  switch (picture.phase.kind) {
    case 'waiting':
      return say(t('ranking.waiting'), t('ranking.waitingText'), 'coming')
    case 'encoding':
      return say(t('ranking.encoding'), '', 'busy')
    case 'ready':
      return say(t('ranking.tagsWaiting'), '', 'busy')
    case 'stopped':
      return say(t('ranking.stopped'), t('ranking.stoppedText'), 'none')
  }
}
