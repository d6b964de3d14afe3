import type { Cosine, Logit } from '../../../brands'
import { logSumExp, sigmoid } from '../../../question/scoring/activations'
import { cosine } from '../../../question/scoring/cosine'
import { besideRivals, thresholdLogit, type AnswerRules } from '../../../question/scoring/judge'
import { isRestTag } from '../../../question/scoring/neutral-tags'
import { toPictureLogit } from '../../../question/scoring/picture-tag'
import { toLogit, type Scoring } from '../../../question/scoring/ranking'
import type { RowJudge, RowsToJudge } from '../row-judge'

/** A tag as rows are asked about it; vectors are named by number. */
export interface ColumnTag {
  readonly id: string
  readonly text: string
  readonly threshold: number | null
  readonly vector: number
  /** What it is not. */
  readonly rivals: readonly number[]
  /** Pictures that show nothing, where the tag is a picture; `null` of words. */
  readonly neutralPictures: readonly number[] | null
}

/** What a model of two towers is asked of every picture. */
export interface ZeroShotQuestion {
  readonly task: 'zero-shot'
  readonly tags: readonly ColumnTag[]
  /** Texts that say nothing. */
  readonly neutral: readonly number[]
  readonly scoring: Scoring
  readonly rules: AnswerRules
}

/** The logit of one tag for a slot, given that of texts that say nothing. */
type LogitAt = (slot: number, level: Logit) => Logit

const at = (column: Float64Array, slot: number): Cosine => (column[slot] ?? 0) as Cosine

/** How the logit of a tag that is a picture, or stands beside rivals, is found; `null` of plain words. */
const logitOfTag = (
  { vector, rivals, neutralPictures }: ColumnTag,
  scoring: Scoring,
  { cosines }: RowsToJudge,
): LogitAt | null => {
  const column = cosines.column(vector)
  if (neutralPictures) {
    const own = cosines.vectorOf(vector)
    const neutral = neutralPictures.map((number) => ({
      column: cosines.column(number),
      own: cosine(own, cosines.vectorOf(number)),
    }))
    return (slot, level) =>
      toPictureLogit(
        at(column, slot),
        neutral.flatMap((picture) => [at(picture.column, slot), picture.own]),
        level,
      )
  }
  if (rivals.length === 0) return null
  const beside = rivals.map((number) => cosines.column(number))
  return (slot) =>
    besideRivals(
      toLogit(at(column, slot), scoring),
      beside.map((rival) => toLogit(at(rival, slot), scoring)),
    )
}

/** A place that is none. */
const NOWHERE = -1

/** What a question to a model of two towers says of rows. */
export interface ZeroShotRowJudge extends RowJudge {
  /**
   * Writes what the ranking shows of each tag of a row: its probability, or its cosine where the model gives none.
   * @returns the place of the first of the ranking; -1 without tags.
   */
  rank(slot: number, into: Float32Array, from: number): number
}

/**
 * Judges rows as `core/question/scoring/judge` judges one picture, which says what everything here means: the same steps
 * in the same order, over columns of cosines and without an object for each tag of each row.
 */
export const zeroShotJudge = (
  { tags, neutral, scoring, rules }: ZeroShotQuestion,
  judged: RowsToJudge,
): ZeroShotRowJudge => {
  const { cosines } = judged
  const { activation, calibrated, temperature, logitScale, logitBias } = scoring
  const count = tags.length
  const columns = tags.map(({ vector }) => cosines.column(vector))
  const words = columns.filter((_, place) => tags[place]?.neutralPictures === null)
  const neutralColumns = neutral.map((number) => cosines.column(number))
  const rejects = rules.noneMargin !== null && neutral.length > 0
  const places = [...tags.keys()]
  const rest = places.filter((place) => rejects && isRestTag(tags[place]?.text ?? ''))
  const named = places.filter((place) => !rest.includes(place))
  const isRest = places.map((place) => rest.includes(place))
  const otherLogits = tags.map((tag) => logitOfTag(tag, scoring, judged))
  const bars = tags.map(({ threshold }) => (threshold === null ? null : thresholdLogit(threshold)))
  const isSigmoid = activation === 'sigmoid'
  const isSingle = rules.mode === 'single'
  /** Whether a threshold means anything: it is a match, which takes a scale and something to compare with. */
  const hasMatch = calibrated && (isSigmoid || neutral.length > 0)

  // Of the row that is being judged.
  const neutralLogits = neutral.map(() => 0 as Logit)
  const logits = new Float64Array(count)
  const slacks = new Float64Array(count)
  let level = 0 as Logit
  let most = -Infinity
  let bank: Logit | null = null

  const bankOf = (): Logit => (bank ??= logSumExp(neutralLogits))

  const weighNothing = (slot: number) => {
    bank = null
    most = -Infinity
    for (let i = 0; i < neutralColumns.length; i += 1) {
      const logit = ((neutralColumns[i]?.[slot] ?? 0) * logitScale + logitBias) as Logit
      neutralLogits[i] = logit
      if (logit > most) most = logit
    }
    if (neutral.length > 0) level = most as Logit
    else if (words.length === 0) level = toLogit(0 as Cosine, scoring)
    else level = Math.min(...words.map((column) => toLogit(at(column, slot), scoring))) as Logit
  }

  const logitAt = (place: number, slot: number): number => {
    const other = otherLogits[place]
    // As `toLogit` has it; nearly every tag of every row comes here.
    return other ? other(slot, level) : (columns[place]?.[slot] ?? 0) * logitScale + logitBias
  }

  /** By how much a tag clears its bar. */
  const slackOf = (place: number, logit: number): number => {
    const bar = bars[place] ?? null
    if (bar !== null && hasMatch) return isSigmoid ? logit - bar : logit - bankOf() - bar
    if (rules.noneMargin === null || neutral.length === 0) return Infinity
    return logit - most - rules.noneMargin
  }

  // The best two of those that name something, and by how much what decides clears its bar.
  let best = NOWHERE
  let next = NOWHERE
  let slack = Infinity

  const weighTags = (slot: number) => {
    weighNothing(slot)
    best = NOWHERE
    next = NOWHERE
    let [bestLogit, nextLogit] = [-Infinity, -Infinity]
    for (const place of named) {
      const logit = logitAt(place, slot)
      logits[place] = logit
      if (best === NOWHERE || logit > bestLogit) {
        next = best
        nextLogit = bestLogit
        best = place
        bestLogit = logit
      } else if (next === NOWHERE || logit > nextLogit) {
        next = place
        nextLogit = logit
      }
    }
    slack = best === NOWHERE ? Infinity : slackOf(best, bestLogit)
    if (isSingle) return
    for (const place of named) {
      const own = slackOf(place, logits[place] ?? 0)
      slacks[place] = own
      if (own > slack) slack = own
    }
  }

  /** Gives what stands for the rest the logit of the bar, where there is one. */
  const weighRest = (slot: number) => {
    const bar = best !== NOWHERE && Number.isFinite(slack) ? (logits[best] ?? 0) - slack : null
    for (const place of rest) logits[place] = bar ?? logitAt(place, slot)
  }

  // The first two of the ranking.
  let first = NOWHERE
  let second = NOWHERE

  const comesFirst = (a: number, b: number): boolean => {
    const ahead = (logits[a] ?? 0) - (logits[b] ?? 0)
    if (ahead !== 0) return ahead > 0
    return isRest[a] === isRest[b] ? a < b : isRest[b] === true
  }

  const weighAll = (slot: number) => {
    weighTags(slot)
    weighRest(slot)
    first = best
    second = next
    for (const place of rest) {
      if (first === NOWHERE || comesFirst(place, first)) {
        second = first
        first = place
      } else if (second === NOWHERE || comesFirst(place, second)) second = place
    }
  }

  /** What shares of 1 are divided by, under softmax. */
  const totalOf = (largest: number): number => {
    let total = 0
    for (let place = 0; place < count; place += 1)
      total += Math.exp(((logits[place] ?? 0) - largest) / temperature)
    return total
  }

  const probabilityOf = (place: number, largest: number, total: number): number => {
    const logit = logits[place] ?? 0
    return isSigmoid ? sigmoid(logit, temperature) : Math.exp((logit - largest) / temperature) / total
  }

  const matchOf = (logit: number): number => sigmoid(isSigmoid ? logit : logit - bankOf())

  const takeAnswers = (answers: number[], rejected: boolean) => {
    if (isSingle) {
      if (best !== NOWHERE && !rejected) answers.push(best)
    } else for (const place of named) if ((slacks[place] ?? 0) >= 0) answers.push(place)
    if (rejected || best === NOWHERE) answers.push(...rest)
  }

  return {
    labelIds: tags.map(({ id }) => id),
    judge: (slot, into) => {
      into.sureness = -1
      into.margin = NaN
      if (count === 0) return
      weighAll(slot)
      const rejected = slack < 0
      // Where none fits, what stands for the rest is the answer if it comes first.
      if (rejected && isRest[first] !== true) into.answers.push(count)
      else takeAnswers(into.answers, rejected)

      const penalty = rejected ? 1 : 0
      if (!calibrated) {
        into.sureness = (columns[first]?.[slot] ?? 0) - penalty
        return
      }
      const largest = logits[first] ?? 0
      const total = isSigmoid ? 1 : totalOf(largest)
      const probability = probabilityOf(first, largest, total)
      into.sureness = probability - penalty
      if (second !== NOWHERE) into.margin = probability - probabilityOf(second, largest, total)
    },
    rank: (slot, into, from) => {
      if (count === 0) return NOWHERE
      weighAll(slot)
      const largest = logits[first] ?? 0
      const total = isSigmoid ? 1 : totalOf(largest)
      for (const place of places)
        into[from + place] = calibrated ? probabilityOf(place, largest, total) : (columns[place]?.[slot] ?? 0)
      return first
    },
    score: (slot, place) => {
      if (!hasMatch) return columns[place]?.[slot] ?? NaN
      if (isRest[place] !== true) {
        weighNothing(slot)
        return matchOf(logitAt(place, slot))
      }
      weighTags(slot)
      // For the rest it is what the best tag leaves.
      return best === NOWHERE ? (columns[place]?.[slot] ?? NaN) : 1 - matchOf(logits[best] ?? 0)
    },
  }
}
