import { NONE_OF_THESE, spokenPercent } from '../pictures/words'
import { formatCount } from '../primitives/format'

/** A tag within a sentence: one of ten thousand letters would be no sentence. */
const shorten = (tag: string): string => (tag.length > 60 ? `${tag.slice(0, 59)}…` : tag)

/** What the ranking column says. */
export const words = {
  title: 'Ranking',
  list: 'Tags, best first',
  tag: 'Tag',
  scores: { cosine: 'Cosine', match: 'Match', share: 'Share', margin: 'Margin' },
  /** Read aloud behind a tag's share. */
  scoresSpoken: (cosine: string, match: number | null, accepted: boolean) =>
    [
      accepted ? 'accepted' : 'not accepted',
      match === null ? '' : `match ${spokenPercent(match)}`,
      `cosine ${cosine}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  ahead: (points: string) => `${points} points ahead of`,
  none: NONE_OF_THESE,
  noneText: (nearest: string) =>
    `“${shorten(nearest)}” comes nearest, but does not clearly beat texts that say nothing of a picture.`,
  showAll: (count: number) => `Show all ${formatCount(count)} tags`,
  useAsTag: 'Use this picture as a tag',
  copy: 'Copy JSON',
  copyAs: 'Copy in another form',
  copied: 'Copied',
  notCopied: 'Not copied',
  known: 'known before',
  size: (width: number, height: number) => `${width} × ${height}`,
  noPicture: 'No picture yet',
  noPictureText: 'Its tags stand here, the best first, as soon as there is one.',
  noTags: 'No tags',
  noTagsText: 'Add tags to rank this picture among them.',
  noModel: 'No model is loaded',
  noModelText: 'A model compares pictures with words. Load one to see the ranking.',
  loadModel: 'Load a model',
  modelLoading: 'The model is loading',
  modelLoadingText: 'The ranking appears as soon as it is ready.',
  modelFailed: 'The model could not be loaded',
  modelFailedText: 'Its details say why, and what to do.',
  showDetails: 'Show details',
  waiting: 'Waiting its turn',
  waitingText: 'Pictures on the screen come first.',
  encoding: 'The model is looking',
  stopped: 'Stopped',
  stoppedText: 'This picture was taken out of the queue. Retry puts it back.',
  tagsWaiting: 'Reading the tags',
  unreliable: 'Not to be relied on',
  unreliableText: (name: string, scope: string) =>
    `This looks like a photograph, and ${name} knows ${scope.replace(/ only$/, '')} only.`,
  loadReal: 'Load CLIP for photographs',
  loadRealText: 'Its size is shown before anything is downloaded.',
  remove: (count: number) =>
    count === 1 ? 'Take off the list' : `Take ${formatCount(count)} pictures off the list`,
  selected: (count: number) => `${count} selected`,
} as const

/** The scores that the ranking names. */
export type ScoreKind = keyof typeof words.scores

/** What each score means, in a sentence. */
export const scoreTexts: Readonly<Record<ScoreKind, string>> = {
  cosine:
    'How near the picture and the tag lie to each other for the model, from −1 to 1; times the model’s own scale it is the logit that the other scores come from.',
  match: 'The tag judged alone against texts that say nothing, whatever the other tags are.',
  share:
    'How the tags share 100 percent among themselves: it says which fits best, not that any fits. Where a model judges each tag alone, shares need not add up.',
  margin: 'How far the best share is ahead of the second: the smaller, the less sure.',
}
