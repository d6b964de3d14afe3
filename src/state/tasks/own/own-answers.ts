import type { Probability } from '../../../core/brands'
import { NONE_ID } from '../../../core/desk/view/view'
import { isJudged, judgeByHead, type HeadAnswer } from '../../../core/tasks/own/judge-by-head'
import type { AppState, Picture } from '../../app-state'
import type { OwnHead } from './own-head'
import { memoizeLast } from '../../memoize-last'
import type { Answers, AskedOfColumns, PictureLabel } from '../task'
import { learnedPlaces } from './learned-places'

/** What is said of a picture by a head. */
interface Said extends HeadAnswer {
  readonly labels: readonly PictureLabel[]
}

const NOTHING: Said = {
  ...{ labels: [], probabilities: new Float64Array(0), answers: [], best: -1, margin: 0 },
}

const sayOf = (own: OwnHead, tags: AppState['tags'], { phase }: Picture): Said => {
  if (phase.kind !== 'ready' || phase.encoded.kind !== 'embedding') return NOTHING
  if (phase.encoded.modelKey !== own.modelKey) return NOTHING
  const learned = learnedPlaces(own)
  const answer = judgeByHead(own.head, learned, phase.encoded.embedding)
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  const labels = own.classIds
    .flatMap((id, place): PictureLabel[] => {
      const tag = byId.get(id)
      const probability = (answer.probabilities[place] ?? 0) as Probability
      return tag && isJudged(own.head, learned, place)
        ? [{ tagId: id, tag: tag.text, hue: tag.hue, probability, accepted: answer.answers.includes(place) }]
        : []
    })
    .sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0))
  return { ...answer, labels }
}

/** The head that answers: the same object while only its progress or its report changes. */
const createHeadOnly = () => {
  let last: OwnHead | null = null
  return ({ own }: Pick<AppState, 'own'>): OwnHead | null => {
    if (own?.head !== last?.head || own?.classIds !== last?.classIds) last = own
    return last
  }
}

/** What a head says of pictures, computed when it is asked for and kept until head or tags change. */
export const createOwnAnswers = (): {
  readonly answers: (state: AppState) => Answers
  readonly columns: (state: AppState) => AskedOfColumns | null
} => {
  const headOf = createHeadOnly()
  const answers = memoizeLast((own: OwnHead | null, tags: AppState['tags']): Answers => {
    const known = new WeakMap<object, Said>()
    const said = (picture: Picture): Said => {
      if (own === null || picture.phase.kind !== 'ready') return NOTHING
      const { encoded } = picture.phase
      const found = known.get(encoded) ?? sayOf(own, tags, picture)
      known.set(encoded, found)
      return found
    }
    const fitsNone = (picture: Picture) =>
      said(picture).labels.length > 0 && said(picture).answers.length === 0
    return {
      labels: (picture) => said(picture).labels,
      fitsNone,
      answerIds: (picture) =>
        fitsNone(picture) ? [NONE_ID] : said(picture).answers.flatMap((place) => own?.classIds[place] ?? []),
      sureness: (picture) => said(picture).best,
      score: (picture, id) => said(picture).labels.find(({ tagId }) => tagId === id)?.probability ?? NaN,
    }
  })
  const columns = memoizeLast(
    (own: OwnHead | null): AskedOfColumns | null =>
      own && {
        question: () => ({
          task: 'own',
          head: own.head,
          labelIds: own.classIds,
          learned: learnedPlaces(own),
        }),
      },
  )
  return {
    answers: (state) => answers(headOf(state), state.tags),
    columns: (state) => columns(headOf(state)),
  }
}
