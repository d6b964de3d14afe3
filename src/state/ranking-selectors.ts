import type { Cosine, UnitVector } from '../core/brands'
import { cosine } from '../core/scoring/cosine'
import type { JudgedTag, Judgement } from '../core/scoring/judge'
import type { AppState, Picture } from './app-state'
import { createEnsembleMemo } from './ensemble-memo'
import { memoizeLast } from './memoize-last'
import { hasNoTag, NONE_ID } from './none-of-these'
import { createPageJudge, type PageJudge } from './page-question'

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
export interface RankingSelectors {
  /** Without a ranking while the picture or the tags have no embedding by the model that answers. */
  judgement(state: AppState, picture: Picture): PictureJudgement
  /** The ranking alone, best first. */
  ranking(state: AppState, picture: Picture): readonly RankedTag[]
  /** How many pictures have each tag, by tag id, and by `NONE_ID` how many have none. */
  tagCounts(state: AppState): ReadonlyMap<string, number>
  /** Mean of the margins of all ranked pictures; `null` while none is ranked. */
  meanMargin(state: AppState): number | null
  /** The pictures that pass the filter, in the chosen order. */
  shownPictures(state: AppState): readonly Picture[]
}

const NOTHING: PictureJudgement = { ranking: [], rejected: false, margin: 0 }

/** Remembers cosines by the identity of both embeddings: a new tag costs one product per picture, no more. */
const createCosineMemo = () => {
  const byTag = new WeakMap<UnitVector, WeakMap<UnitVector, Cosine>>()
  return (picture: UnitVector, tag: UnitVector): Cosine => {
    const byPicture = byTag.get(tag) ?? new WeakMap<UnitVector, Cosine>()
    byTag.set(tag, byPicture)
    const value = byPicture.get(picture) ?? cosine(picture, tag)
    byPicture.set(picture, value)
    return value
  }
}

const byName = (a: Picture, b: Picture) => a.name.localeCompare(b.name, undefined, { numeric: true })

/** Creates the selectors with memories of their own. */
export const createRankingSelectors = (): RankingSelectors => {
  const cosineOf = createCosineMemo()
  const judgements = new WeakMap<UnitVector, { asked: PageJudge; judgement: PictureJudgement }>()

  const judgeOf = memoizeLast(createPageJudge(createEnsembleMemo()))
  const judgeNow = ({ model, tags, tagPreview, promptEmbeddings, pictureTags, settings }: AppState) =>
    judgeOf(model, tags.present, tagPreview, promptEmbeddings, pictureTags, settings)

  const judgePicture = (asked: PageJudge | null, { phase }: Picture): PictureJudgement => {
    if (!asked || phase.kind !== 'ready' || phase.encoded.modelKey !== asked.modelKey) return NOTHING
    // A key is of one model, and this one's encodings are embeddings.
    if (phase.encoded.kind !== 'embedding') return NOTHING
    const picture = phase.encoded.embedding
    const known = judgements.get(picture)
    if (known?.asked === asked) return known.judgement
    const { ranking, ...rest } = asked.judge(picture, asked.scoring, cosineOf)
    const judgement = {
      ...rest,
      ranking: ranking.flatMap((score) => {
        const tag = asked.tags[score.index]
        return tag ? [{ ...score, tagId: tag.tagId, hue: tag.hue }] : []
      }),
    }
    judgements.set(picture, { asked, judgement })
    return judgement
  }

  /** What a filter or a count knows the picture by. */
  const answerIds = (asked: PageJudge | null, picture: Picture): readonly string[] => {
    const judgement = judgePicture(asked, picture)
    if (hasNoTag(judgement)) return [NONE_ID]
    return judgement.ranking.flatMap(({ accepted, tagId }) => (accepted ? [tagId] : []))
  }

  const tagCounts = memoizeLast((asked: PageJudge | null, pictures: readonly Picture[]) => {
    const counts = new Map<string, number>()
    for (const picture of pictures)
      for (const id of answerIds(asked, picture)) counts.set(id, (counts.get(id) ?? 0) + 1)
    return counts
  })

  const meanMargin = memoizeLast((asked: PageJudge | null, pictures: readonly Picture[]) => {
    const judged = pictures.flatMap((picture) => {
      const { ranking, margin } = judgePicture(asked, picture)
      return ranking.length > 1 ? [margin] : []
    })
    return judged.length === 0 ? null : judged.reduce((sum, margin) => sum + margin, 0) / judged.length
  })

  const shownPictures = memoizeLast(
    (
      asked: PageJudge | null,
      pictures: readonly Picture[],
      filterTagId: string | null,
      sort: AppState['sort'],
    ): readonly Picture[] => {
      const passing =
        filterTagId === null
          ? pictures
          : pictures.filter((picture) => answerIds(asked, picture).includes(filterTagId))
      switch (sort) {
        case 'added':
          return passing
        case 'name':
          return [...passing].sort(byName)
        case 'score': {
          const sureness = (picture: Picture) => {
            const { ranking, rejected } = judgePicture(asked, picture)
            // Behind every picture that has a tag, the sure ones first among themselves.
            return (ranking[0]?.probability ?? -1) - (rejected ? 1 : 0)
          }
          return [...passing].sort((a, b) => sureness(b) - sureness(a))
        }
      }
    },
  )

  return {
    judgement: (state, picture) => judgePicture(judgeNow(state), picture),
    ranking: (state, picture) => judgePicture(judgeNow(state), picture).ranking,
    tagCounts: (state) => tagCounts(judgeNow(state), state.pictures),
    meanMargin: (state) => meanMargin(judgeNow(state), state.pictures),
    shownPictures: (state) => shownPictures(judgeNow(state), state.pictures, state.filterTagId, state.sort),
  }
}
