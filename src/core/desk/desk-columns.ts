import type { UnitVector } from '../brands'
import { createCosineColumns, type CosineColumns } from './columns/cosine-columns'
import { createEncodedRows, type EncodedRows } from './columns/encoded-rows'
import { answeredBy, countsOf, createJudgedRows } from './columns/judged-rows'
import type { JudgedRows, RowJudgement } from './columns/judged-rows'
import { createListRows, ROW_FLAGS, type ListChange } from './columns/list-rows'
import { eachSeen, type SeenPicture } from './columns/seen-rows'
import type { Duplicates } from './duplicates/duplicates'
import { createDuplicatesOfRows } from './duplicates/duplicates-of-rows'
import type { Steps } from './duplicates/pairs'
import type { ListMap, SaidOfPictures } from './map/list-map'
import { createMapOfRows } from './map/map-of-rows'
import { findWordsOfRows, type AskedForWords, type FoundWords } from './suggestions/words-of-rows'
import { holdPlainly, type HoldTexts } from '../tags/suggestions/find-words'
import { judgeOf, type AskedInWords, type AskedOfRows } from './tasks/row-judges'
import { answersOfRows, type RowAnswers } from './tasks/zero-shot/answers-of-rows'
import type { RowJudge } from './tasks/row-judge'
import { arrangeRows, type RowReader } from './view/arrange-rows'
import { likenessTo } from './view/likeness'
import { unlikenessTo, type GoodOnes } from './view/unlikeness'
import { toScoreHistogram, type ScoreHistogram } from './view/score-histogram'
import { ELSEWHERE_ID, FAILED_ID, isPlain, NONE_ID, type View } from './view/view'

/** Vectors of texts by the numbers that the page has given them. */
export interface TextColumns {
  readonly numbers: readonly number[]
  /** One after another, of equal length. */
  readonly values: Float32Array<ArrayBuffer>
  /** Numbers that will not be asked for again. */
  readonly forgotten: readonly number[]
}

/** How a list stands. */
export interface Arranged {
  /** Rows that pass the filter, in order; `null` where that is the list itself. */
  readonly order: Uint32Array<ArrayBuffer> | null
  /** For how many pictures each label is the answer, by its id, without those of none. */
  readonly counts: readonly (readonly [string, number])[]
  /** Pictures that the model is not made for. */
  readonly beyond: number
  readonly meanMargin: number | null
  /** Of the labels that were asked for, by their ids. */
  readonly histograms: readonly (readonly [string, ScoreHistogram])[]
}

/** The columns of a list: what is known of its rows, and what is said of them. */
export interface DeskColumns {
  tell(change: ListChange): void
  /** Takes down vectors of texts that are asked about from now on, and gives up others. */
  know(vectors: TextColumns): void
  /** @param asked `null` where nothing answers. */
  ask(asked: AskedOfRows | null): void
  /** Takes down what rows are unlike where they are ordered so. @param good `null` for nothing. */
  compare(good: GoodOnes | null): void
  /** Judges what has not been judged, and puts rows in order. It pauses now and then; what is done by then stays. */
  arrange(view: View): Generator<undefined, Arranged>
  /**
   * Finds what is there twice. Pairs are found once for a list as it is.
   * @param differing as of `groupDuplicates`.
   */
  duplicates(differing: readonly (readonly string[])[]): Steps<Duplicates>
  /** Draws pictures as points, by what the model has made of them. Where they lie is found once for a list as it is. */
  map(said: SaidOfPictures): Steps<ListMap>
  /**
   * Judges the rows by a question of its own, to be set beside other answers; what {@link DeskColumns.ask} has asked stays.
   * @returns nothing of rows that the model is not made for, or has not encoded.
   */
  answersTo(asked: AskedInWords): Steps<RowAnswers>
  /** The rows of points inside a line, as the map was drawn last; `null` where none was. @param line as of `pointsInside`. */
  within(line: Float32Array): Uint32Array<ArrayBuffer> | null
  /** Finds words that say what is in pictures. */
  words(asked: AskedForWords): Steps<FoundWords>
}

/** Rows that are judged between two pauses: about a millisecond of work with a hundred tags. */
const AT_ONCE = 256

/** Rows between two pauses where each is compared with hundreds of others. */
const FEW_AT_ONCE = 32

/** What is said of the rows by what is asked of them now. */
interface Answers {
  readonly asked: AskedOfRows
  /** `null` until the rows are of the model that is asked. */
  judged: JudgedRows | null
  /** Slots that the model is not made for. */
  readonly beyond: Set<number>
}

/** Creates them empty. @param holdTexts what multiplies many texts with pictures. */
export const createDeskColumns = (holdTexts: HoldTexts = holdPlainly): DeskColumns => {
  const list = createListRows()
  const vectors = new Map<number, UnitVector>()
  let encoded: { readonly rows: EncodedRows; readonly cosines: CosineColumns } | null = null
  let answers: Answers | null = null
  const seen = new Map<number, SeenPicture>()
  const twice = createDuplicatesOfRows()
  const mapped = createMapOfRows()
  let good: GoodOnes | null = null
  /** How unlike the good ones rows are, by slot, as far as that was worked out. */
  const unlike = new Map<number, number>()

  const answer = (asked: AskedOfRows | null) => {
    answers = asked && { asked, judged: null, beyond: new Set() }
  }

  const forgetAnswers = (slots: readonly number[]) => {
    for (const slot of slots) {
      unlike.delete(slot)
      answers?.judged?.clear(slot)
      answers?.beyond.delete(slot)
    }
  }

  const take = ({ modelKey, rows, values }: NonNullable<ListChange['encoded']>) => {
    const width = values.length / rows.length
    if (encoded?.rows.modelKey !== modelKey || encoded.rows.width !== width) {
      const own = createEncodedRows(modelKey, width)
      encoded = { rows: own, cosines: createCosineColumns(own, vectors) }
      answer(answers?.asked ?? null)
    }
    const into = encoded
    const slots: number[] = []
    rows.forEach((row, i) => {
      const slot = list.slotOf(row)
      if (slot === undefined) return
      into.rows.set(slot, values.subarray(i * width, (i + 1) * width))
      slots.push(slot)
    })
    into.cosines.refresh(slots)
    forgetAnswers(slots)
  }

  /** Judges the rows that have not been judged, in the order of the list. */
  function* judgeRest(judge: RowJudge, judged: JudgedRows, rows: EncodedRows, { asked, beyond }: Answers) {
    const judgement: RowJudgement = { answers: [], sureness: -1, margin: NaN }
    let count = 0
    for (const slot of list.inOrder()) {
      if (!rows.has(slot) || judged.has(slot)) continue
      judgement.answers.length = 0
      if (asked.drawingsOnly && list.hasFlag(slot, ROW_FLAGS.photographic)) {
        beyond.add(slot)
        judgement.sureness = -2
        judgement.margin = NaN
      } else judge.judge(slot, judgement)
      judged.set(slot, judgement)
      count += 1
      if (count % AT_ONCE === 0) yield
    }
  }

  /** What a model has made of a row, where it lies. */
  const vectorOf = (slot: number) => (encoded?.rows.has(slot) ? encoded.rows.at(slot) : null)

  /** Works out how unlike the good ones rows are that this is not known of. */
  function* compareRest(rows: EncodedRows) {
    if (good?.modelKey !== rows.modelKey) return
    const unlikeness = unlikenessTo(good)
    let count = 0
    for (const slot of list.inOrder()) {
      if (!rows.has(slot) || unlike.has(slot)) continue
      unlike.set(slot, unlikeness(rows.at(slot)))
      count += 1
      if (count % FEW_AT_ONCE === 0) yield
    }
  }

  /** Judges all that is asked of the rows now. */
  function* judgeAll(): Generator<
    undefined,
    { own: Answers | null; judge: RowJudge | null; judged: JudgedRows | null }
  > {
    const own = answers
    const from = own && encoded?.rows.modelKey === own.asked.modelKey ? encoded : null
    const judge = own && from ? judgeOf(own.asked.question, from) : null
    if (own && from && judge) {
      own.judged ??= createJudgedRows(judge.labelIds.length)
      yield* judgeRest(judge, own.judged, from.rows, own)
    }
    return { own, judge, judged: own?.judged ?? null }
  }

  const readRows = (judge: RowJudge | null, judged: JudgedRows | null): RowReader => {
    const rows = judge ? (encoded?.rows ?? null) : null
    const numbersAt = (slot: number) => (rows?.has(slot) ? rows.at(slot) : null)
    return {
      all: list.inOrder(),
      isAnsweredBy: (ids) => {
        const isAnswered = answeredBy(ids, judge?.labelIds ?? null, judged)
        const flags =
          (ids.includes(FAILED_ID) ? ROW_FLAGS.failed : 0) |
          (ids.includes(ELSEWHERE_ID) ? ROW_FLAGS.elsewhere : 0)
        return (slot) => list.hasFlag(slot, flags) || isAnswered(slot)
      },
      scoreOf: (label) => {
        const place = judge?.labelIds.indexOf(label) ?? -1
        return (slot) => (judge && place >= 0 && rows?.has(slot) ? judge.score(slot, place) : NaN)
      },
      rankOf: list.rankOf,
      dateOf: list.dateOf,
      sizeOf: list.sizeOf,
      unlikenessOf: (slot) => unlike.get(slot) ?? NaN,
      surenessOf: (slot) => judged?.sureness(slot) ?? -1,
      likenessTo: (to) => {
        const isWords = to !== null && typeof to !== 'number'
        const words = isWords && to.modelKey === rows?.modelKey ? to : null
        const values = typeof to === 'number' ? numbersAt(to) : (words?.values ?? null)
        const likeness = likenessTo(values, words?.rivals)
        return (slot) => likeness(numbersAt(slot))
      },
    }
  }

  return {
    tell: (change) => {
      const freed = list.change(change)
      forgetAnswers(freed)
      for (const slot of freed) {
        encoded?.rows.clear(slot)
        seen.delete(slot)
      }
      for (const [row, picture] of eachSeen(change.seen)) {
        const slot = list.slotOf(row)
        if (slot !== undefined) seen.set(slot, picture)
      }
      twice.forget()
      mapped.forget()
      if (change.encoded && change.encoded.rows.length > 0) take(change.encoded)
    },
    know: ({ numbers, values, forgotten }) => {
      const width = values.length / Math.max(1, numbers.length)
      numbers.forEach((number, i) => {
        // The page sends no others, and none is changed on the way.
        vectors.set(number, values.slice(i * width, (i + 1) * width) as Float32Array as UnitVector)
      })
      for (const number of forgotten) {
        vectors.delete(number)
        encoded?.cosines.forget(number)
      }
    },
    ask: answer,
    compare: (next) => {
      good = next
      unlike.clear()
    },
    arrange: function* (view) {
      const { own, judge, judged } = yield* judgeAll()
      if (encoded && view.sort.by === 'unlikeness') yield* compareRest(encoded.rows)
      const likeTo = view.likeTo === null ? null : (list.slotOf(view.likeTo) ?? null)
      const reader = readRows(judge, judged)
      const scored = () => reader.all.filter((slot) => !own?.beyond.has(slot))
      return {
        order: isPlain(view) ? null : Uint32Array.from(arrangeRows({ ...view, likeTo }, reader), list.rowOf),
        counts: judge && judged ? countsOf(judge.labelIds, judged) : [],
        beyond: own?.beyond.size ?? 0,
        meanMargin: judged?.meanMargin() ?? null,
        histograms: view.histogramsOf.map((label) => [
          label,
          toScoreHistogram(scored().map(reader.scoreOf(label))),
        ]),
      }
    },
    duplicates: (differing) =>
      twice.find(differing, { ...list, rows: list.inOrder(), seenOf: (slot) => seen.get(slot), vectorOf }),
    map: function* (said) {
      for (const steps = judgeAll(); ;) {
        const step = steps.next()
        if (!step.done) {
          yield 0
          continue
        }
        const { judge, judged } = step.value
        return yield* mapped.draw(said, {
          ...{ ...list, rows: list.inOrder(), vectorOf },
          shaOf: (slot) => seen.get(slot)?.sha256 ?? '',
          answerOf: (slot) => {
            const place = judged?.firstAnswer(slot) ?? null
            return judge && place !== null ? (judge.labelIds[place] ?? NONE_ID) : null
          },
        })
      }
    },
    answersTo: ({ modelKey, drawingsOnly, question }) => {
      const from = encoded?.rows.modelKey === modelKey ? encoded : null
      const isBeyond = (slot: number) => drawingsOnly && list.hasFlag(slot, ROW_FLAGS.photographic)
      const slots = list.inOrder().filter((slot) => from?.rows.has(slot) && !isBeyond(slot))
      return answersOfRows(question, from, slots, list.rowOf)
    },
    within: mapped.within,
    words: (asked) =>
      findWordsOfRows(
        asked,
        { ...list, rows: list.inOrder(), vectorOf, by: encoded?.rows.modelKey },
        holdTexts,
      ),
  }
}
