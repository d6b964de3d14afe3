import type { AppState, Picture } from '../../state/app-state'
import { answeringModel, fixedLabelModel } from '../../state/current-model'
import { words } from './words'

/** Why there is no ranking, in words, and what helps. */
export interface NoRanking {
  readonly title: string
  readonly text: string
  /** Whether rows are on their way, so that their place is held. */
  readonly rows: 'none' | 'coming' | 'busy'
  readonly help: 'model' | null
}

const say = (
  title: string,
  text: string,
  rows: NoRanking['rows'],
  help: NoRanking['help'] = null,
): NoRanking => ({
  title,
  text,
  rows,
  help,
})

/** What the place of the ranking says while `picture` has none. The first thing that is missing decides. */
export const whyNoRanking = (
  { model, tags }: Pick<AppState, 'model' | 'tags'>,
  picture: Picture | null,
): NoRanking => {
  // The error stands where it belongs already.
  if (picture?.phase.kind === 'failed') return say('', '', 'none')
  if (answeringModel(model) === null && model.kind !== 'loading' && model.kind !== 'failed')
    return say(words.noModel, words.noModelText, 'none', 'model')
  if (model.kind === 'failed' && !model.previous)
    return say(words.modelFailed, words.modelFailedText, 'none', 'model')
  if (model.kind === 'loading' && !model.previous)
    return say(words.modelLoading, words.modelLoadingText, 'coming')
  // A classifier has labels of its own.
  const hasLabels = tags.present.length > 0 || fixedLabelModel(model) !== null
  if (picture === null) return say(words.noPicture, words.noPictureText, hasLabels ? 'coming' : 'none')
  if (!hasLabels) return say(words.noTags, words.noTagsText, 'none')
  switch (picture.phase.kind) {
    case 'waiting':
      return say(words.waiting, words.waitingText, 'coming')
    case 'encoding':
      return say(words.encoding, '', 'busy')
    case 'ready':
      return say(words.tagsWaiting, '', 'busy')
    case 'stopped':
      return say(words.stopped, words.stoppedText, 'none')
  }
}
