import { readTag, readTemplates } from '../../../core/question/prompts/tag-prompts'
import {
  ask,
  type EmbedTogether,
  type Judge,
  type Question,
  type TagReading,
  type TagToAsk,
} from '../../../core/question/question'
import type { Scoring } from '../../../core/question/scoring/ranking'
import type { Tag } from '../../../core/tags/tag-list'
import type { ZeroShotModel } from '../../../core/tasks/zero-shot/model'
import type { AppState } from '../../app-state'
import { wordModel } from '../../model/current-model'

/** A tag of the page as it is asked about, with what draws it. */
export interface PageTag extends TagToAsk {
  readonly tagId: string
  readonly hue: number
}

/** Everything but the picture that a ranking depends on; one object as long as none of it changes. */
export interface PageJudge extends Judge<PageTag> {
  readonly modelKey: string
  readonly scoring: Scoring
}

const inWords = (text: string): TagReading => ({ kind: 'words', text, meaning: readTag(text) })

/** What of a model the question depends on. */
type AskedModel = Pick<ZeroShotModel, 'key' | 'neutralPictures'>

const readingsOf = (
  { id, text, picture }: Tag,
  preview: AppState['tagPreview'],
  pictureTags: AppState['pictureTags'],
  model: AskedModel,
): readonly TagReading[] => {
  if (picture) {
    const known = pictureTags.get(id)
    return known?.modelKey === model.key
      ? [{ kind: 'picture', text, embedding: known.embedding, neutral: model.neutralPictures }]
      : []
  }
  const typed = preview?.id === id ? preview.text.trim() : ''
  return typed === '' || typed === text ? [inWords(text)] : [inWords(typed), inWords(text)]
}

/** What the page asks of every picture. */
export const askOfPage = (
  tags: readonly Tag[],
  preview: AppState['tagPreview'],
  pictureTags: AppState['pictureTags'],
  model: AskedModel,
  { template, rules }: Pick<AppState['settings'], 'template' | 'rules'>,
): Question<PageTag> =>
  ask(
    tags.map((tag) => ({
      tagId: tag.id,
      hue: tag.hue,
      threshold: tag.threshold,
      readings: readingsOf(tag, preview, pictureTags, model),
    })),
    readTemplates(template),
    rules,
  )

const toScoring = (
  { logitScale, logitBias, activation, calibrated }: Omit<Scoring, 'temperature'>,
  temperature: number,
): Scoring => ({ logitScale, logitBias, activation, calibrated, temperature })

/** How the page judges pictures now; `null` without a model that reads tags. */
export const createPageJudge =
  (togetherOf: (embeddings: AppState['promptEmbeddings']) => EmbedTogether) =>
  (
    model: AppState['model'],
    tags: readonly Tag[],
    preview: AppState['tagPreview'],
    embeddings: AppState['promptEmbeddings'],
    pictureTags: AppState['pictureTags'],
    settings: AppState['settings'],
  ): PageJudge | null => {
    const answering = wordModel(model)
    if (!answering) return null
    const question = askOfPage(tags, preview, pictureTags, answering, settings)
    return {
      ...question.judgeBy(togetherOf(embeddings)),
      modelKey: answering.key,
      scoring: toScoring(answering, settings.temperature),
    }
  }
