import type { Cosine, UnitVector } from '../../../core/brands'
import type { ZeroShotQuestion } from '../../../core/desk/tasks/zero-shot/zero-shot-judge'
import type { LoadedModel } from '../../../core/model/loaded-model'
import { averageDirection, cosine } from '../../../core/question/scoring/cosine'
import { NONE_ID } from '../../../core/desk/view/view'
import { hasNoTag, sureness } from '../../../core/question/scoring/answer'
import type { JudgedTag, Judgement } from '../../../core/question/scoring/judge'
import type { AppState, Picture } from '../../app-state'
import { currentModel, isBeyond } from '../../model/current-model'
import { memoizeLast } from '../../memoize-last'
import { isLong, lastOf } from '../../pictures/arranged/arranging'
import type { Answers, AskedOfColumns, Task } from '../task'
import { createPageJudge, type PageJudge } from './page-question'
import { startPictureTagEmbedder, startTagEmbedder } from './tag-embedder'
import type { EmbedTogether } from '../../../core/question/question'

/** Ensembles kept; oldest out first. */
const LIMIT = 5000

/**
 * Averages prompts and remembers the result as long as its parts are the same: cosines are remembered by the
 * identity of an embedding, so an ensemble that was averaged again would cost a product with every picture.
 */
export const createEnsembleMemo = (): ((embeddings: AppState['promptEmbeddings']) => EmbedTogether) => {
  const known = new Map<
    string,
    { readonly parts: readonly UnitVector[]; readonly whole: UnitVector | null }
  >()
  return (embeddings) => (prompts) => {
    const parts: UnitVector[] = []
    for (const prompt of prompts) {
      const part = embeddings.get(prompt)?.embedding
      if (part === undefined) return null
      parts.push(part)
    }
    if (parts.length === 1) return parts[0] ?? null
    const key = prompts.join('\n')
    const before = known.get(key)
    if (before?.parts.length === parts.length && before.parts.every((part, i) => part === parts[i]))
      return before.whole
    const whole = averageDirection(parts)
    known.set(key, { parts, whole })
    for (const old of known.keys()) {
      if (known.size <= LIMIT) break
      known.delete(old)
    }
    return whole
  }
}

/** A tag's score together with what draws it. */
export interface RankedTag extends JudgedTag {
  readonly tagId: string
  readonly hue: number
}

/** What is said of a picture, best tag first. */
export interface PictureJudgement extends Judgement {
  readonly ranking: readonly RankedTag[]
}

/** Scores of the page, computed when asked for and kept until what they depend on changes. */
export interface Judgements extends Task {
  /** What the words ask of every picture now; `null` without a model that reads tags. One object as long as it is the same. */
  asked(state: AppState): PageJudge | null
  /** Without a ranking while the picture or the tags have no embedding by the model that answers. */
  judgement(state: AppState, picture: Picture): PictureJudgement
  /** The ranking alone, best first. */
  ranking(state: AppState, picture: Picture): readonly RankedTag[]
  /** Mean of the margins of all pictures whose ranking means something; `null` while there is none. */
  meanMargin(state: AppState): number | null
}

const NOTHING: PictureJudgement = { ranking: [], rejected: false, margin: 0 }

/** What is remembered of a picture: a new tag costs one product, no more. */
interface Judged {
  readonly cosines: WeakMap<UnitVector, Cosine>
  readonly asked: PageJudge
  readonly judgement: PictureJudgement
}

/**
 * Scores that are remembered, and pictures at least, which are more than a screen shows. A file of ten thousand pictures by
 * a hundred tags would leave a million behind, which the browser's collector then stops the page for.
 */
const SCORES_KEPT = 200_000
const PICTURES_KEPT = 800

/** Remembers by the identity of a picture's embedding; oldest out first. */
const createJudgedMemo = () => {
  const byPicture = new Map<UnitVector, Judged>()
  return {
    get: (picture: UnitVector): Judged | undefined => byPicture.get(picture),
    set: (picture: UnitVector, judged: Judged) => {
      byPicture.set(picture, judged)
      const most = Math.max(PICTURES_KEPT, SCORES_KEPT / Math.max(1, judged.asked.tags.length))
      for (const old of byPicture.keys()) {
        if (byPicture.size <= most) break
        byPicture.delete(old)
      }
    },
  }
}

type CosineOf = (a: UnitVector, b: UnitVector) => Cosine

/** Remembers cosines of tags with each other, by the identity of both: of a tag that is a picture with what it is not. */
const createTagCosines = (): CosineOf => {
  const byTag = new WeakMap<UnitVector, WeakMap<UnitVector, Cosine>>()
  return (tag, other) => {
    const known = byTag.get(tag) ?? new WeakMap<UnitVector, Cosine>()
    byTag.set(tag, known)
    const value = known.get(other) ?? cosine(tag, other)
    known.set(other, value)
    return value
  }
}

/** Remembers a picture's own in `cosines`. */
const cosineBy =
  (picture: UnitVector, cosines: WeakMap<UnitVector, Cosine>, ofTags: CosineOf): CosineOf =>
  (a, tag) => {
    if (a !== picture) return ofTags(a, tag)
    const value = cosines.get(tag) ?? cosine(picture, tag)
    cosines.set(tag, value)
    return value
  }

const answerIds = (judgement: PictureJudgement): readonly string[] =>
  hasNoTag(judgement)
    ? [NONE_ID]
    : judgement.ranking.flatMap(({ accepted, tagId }) => (accepted ? [tagId] : []))

const scoreOf = ({ ranking }: PictureJudgement, id: string): number => {
  const tag = ranking.find(({ tagId }) => tagId === id)
  return tag?.match ?? tag?.cosine ?? NaN
}

/** The question of a judge for the columns. */
export const toColumnQuestion = (
  asked: PageJudge,
  numberOf: (vector: UnitVector) => number,
): ZeroShotQuestion => ({
  task: 'zero-shot',
  tags: asked.tags.map(({ tagId, text, threshold, embedding, rivals, neutralPictures }) => ({
    id: tagId,
    text,
    threshold,
    vector: numberOf(embedding),
    rivals: rivals.map(numberOf),
    neutralPictures: neutralPictures?.map(numberOf) ?? null,
  })),
  neutral: asked.neutral.map(numberOf),
  scoring: asked.scoring,
  rules: asked.rules,
})

/** Creates them with memories of their own. */
export const createJudgements = (): Judgements => {
  const judgements = createJudgedMemo()
  const ofTags = createTagCosines()

  const judgeOf = memoizeLast(createPageJudge(createEnsembleMemo()))
  const judgeNow = ({ model, tags, tagPreview, promptEmbeddings, pictureTags, settings }: AppState) =>
    judgeOf(model, tags, tagPreview, promptEmbeddings, pictureTags, settings)

  const judgePicture = (asked: PageJudge | null, { phase }: Picture): PictureJudgement => {
    if (!asked || phase.kind !== 'ready' || phase.encoded.modelKey !== asked.modelKey) return NOTHING
    // A key is of one model, and this one's encodings are embeddings.
    if (phase.encoded.kind !== 'embedding') return NOTHING
    const picture = phase.encoded.embedding
    const known = judgements.get(picture)
    if (known?.asked === asked) return known.judgement
    const cosines = known?.cosines ?? new WeakMap<UnitVector, Cosine>()
    const { ranking, ...rest } = asked.judge(picture, asked.scoring, cosineBy(picture, cosines, ofTags))
    const judgement = {
      ...rest,
      ranking: ranking.flatMap((score) => {
        const tag = asked.tags[score.index]
        return tag ? [{ ...score, tagId: tag.tagId, hue: tag.hue }] : []
      }),
    }
    judgements.set(picture, { cosines, asked, judgement })
    return judgement
  }

  const answers = memoizeLast((asked: PageJudge | null): Answers => ({
    labels: (picture) => judgePicture(asked, picture).ranking,
    answerIds: (picture) => answerIds(judgePicture(asked, picture)),
    fitsNone: (picture) => hasNoTag(judgePicture(asked, picture)),
    sureness: (picture) => sureness(judgePicture(asked, picture)),
    score: (picture, labelId) => scoreOf(judgePicture(asked, picture), labelId),
  }))
  const columns = memoizeLast(
    (asked: PageJudge | null): AskedOfColumns | null =>
      asked && { question: (numberOf) => toColumnQuestion(asked, numberOf) },
  )

  const meanMargin = memoizeLast(
    (asked: PageJudge | null, model: LoadedModel | null, pictures: readonly Picture[]) => {
      const judged = pictures.flatMap((picture) => {
        const { ranking, margin } = judgePicture(asked, picture)
        return ranking.length > 1 && margin !== null && !isBeyond(model, picture) ? [margin] : []
      })
      return judged.length === 0 ? null : judged.reduce((sum, margin) => sum + margin, 0) / judged.length
    },
  )

  return {
    hasLabels: ({ tags }) => tags.length > 0,
    start: (deps) => {
      startTagEmbedder(deps)
      startPictureTagEmbedder(deps)
    },
    asked: judgeNow,
    judgement: (state, picture) => judgePicture(judgeNow(state), picture),
    ranking: (state, picture) => judgePicture(judgeNow(state), picture).ranking,
    meanMargin: (state) =>
      isLong(state)
        ? lastOf(state.arranging).meanMargin
        : meanMargin(judgeNow(state), currentModel(state.model), state.pictures),
    answers: (state) => answers(judgeNow(state)),
    columns: (state) => columns(judgeNow(state)),
    filterLabels: ({ tags }) => tags,
  }
}
