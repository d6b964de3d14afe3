import type { Cosine, UnitVector } from '../core/brands'
import { toPrompt } from '../core/scoring/prompt'
import { cosine } from '../core/scoring/cosine'
import { rankTags, type Scoring, type TagScore } from '../core/scoring/ranking'
import type { Tag } from '../core/tags/tag-list'
import type { AppState, Picture } from './app-state'
import { zeroShotModel } from './current-model'
import { memoizeLast } from './memoize-last'

/** A tag's score together with what draws it. */
export interface RankedTag extends TagScore {
  readonly tagId: string
  readonly hue: number
}

/** Scores of the page, computed when asked for and kept until what they depend on changes. */
export interface RankingSelectors {
  /** Best first; empty while the picture or the tags have no embedding by the model that answers. */
  ranking(state: AppState, picture: Picture): readonly RankedTag[]
  /** For how many pictures each tag is the best, by tag id. */
  tagCounts(state: AppState): ReadonlyMap<string, number>
  /** The pictures that pass the filter, in the chosen order. */
  shownPictures(state: AppState): readonly Picture[]
}

interface ScoredTag {
  readonly tagId: string
  readonly hue: number
  readonly text: string
  readonly embedding: UnitVector
}

/** Everything but the picture that a ranking depends on; one object as long as none of it changes. */
interface Question {
  readonly modelKey: string
  readonly tags: readonly ScoredTag[]
  readonly texts: readonly string[]
  readonly scoring: Scoring
}

const NOTHING: readonly never[] = []

/**
 * The tags that can be scored now. A tag whose embedding is still on its way is left out, and one being typed
 * keeps its last embedding until the new one is there, so bars never flicker.
 */
const scoredTags = (
  tags: readonly Tag[],
  preview: AppState['tagPreview'],
  template: string,
  embeddings: AppState['promptEmbeddings'],
): ScoredTag[] =>
  tags.flatMap(({ id, hue, text }) => {
    const typed = preview?.id === id ? preview.text.trim() : ''
    for (const candidate of typed === '' ? [text] : [typed, text]) {
      const known = embeddings.get(toPrompt(template, candidate))
      if (known) return [{ tagId: id, hue, text: candidate, embedding: known.embedding }]
    }
    return []
  })

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
  const rankings = new WeakMap<UnitVector, { question: Question; ranking: readonly RankedTag[] }>()

  const question = memoizeLast(
    (
      model: AppState['model'],
      tags: readonly Tag[],
      preview: AppState['tagPreview'],
      embeddings: AppState['promptEmbeddings'],
      { template, temperature }: AppState['settings'],
    ): Question | null => {
      const answering = zeroShotModel(model)
      if (!answering) return null
      const scored = scoredTags(tags, preview, template, embeddings)
      return {
        modelKey: answering.key,
        tags: scored,
        texts: scored.map(({ text }) => text),
        scoring: { ...answering, temperature },
      }
    },
  )
  const questionOf = ({ model, tags, tagPreview, promptEmbeddings, settings }: AppState) =>
    question(model, tags.present, tagPreview, promptEmbeddings, settings)

  const rank = (asked: Question | null, { phase }: Picture): readonly RankedTag[] => {
    if (!asked || phase.kind !== 'ready' || phase.encoded.modelKey !== asked.modelKey) return NOTHING
    // A key is of one model, and this one's encodings are embeddings.
    if (phase.encoded.kind !== 'embedding') return NOTHING
    const picture = phase.encoded.embedding
    const known = rankings.get(picture)
    if (known?.question === asked) return known.ranking
    const cosines = asked.tags.map(({ embedding }) => cosineOf(picture, embedding))
    const ranking = rankTags(asked.texts, cosines, asked.scoring).flatMap((score) => {
      const tag = asked.tags[score.index]
      return tag ? [{ ...score, tagId: tag.tagId, hue: tag.hue }] : []
    })
    rankings.set(picture, { question: asked, ranking })
    return ranking
  }

  const tagCounts = memoizeLast((asked: Question | null, pictures: readonly Picture[]) => {
    const counts = new Map<string, number>()
    for (const picture of pictures) {
      const best = rank(asked, picture)[0]
      if (best) counts.set(best.tagId, (counts.get(best.tagId) ?? 0) + 1)
    }
    return counts
  })

  const shownPictures = memoizeLast(
    (
      asked: Question | null,
      pictures: readonly Picture[],
      filterTagId: string | null,
      sort: AppState['sort'],
    ): readonly Picture[] => {
      const best = (picture: Picture) => rank(asked, picture)[0]
      const passing =
        filterTagId === null ? pictures : pictures.filter((picture) => best(picture)?.tagId === filterTagId)
      switch (sort) {
        case 'added':
          return passing
        case 'name':
          return [...passing].sort(byName)
        case 'score':
          return [...passing].sort((a, b) => (best(b)?.probability ?? -1) - (best(a)?.probability ?? -1))
      }
    },
  )

  return {
    ranking: (state, picture) => rank(questionOf(state), picture),
    tagCounts: (state) => tagCounts(questionOf(state), state.pictures),
    shownPictures: (state) => shownPictures(questionOf(state), state.pictures, state.filterTagId, state.sort),
  }
}
