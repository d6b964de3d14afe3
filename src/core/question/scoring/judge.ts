import type { Cosine, Logit, Probability } from '../../brands'
import { inverseSigmoid, logSumExp, sigmoid } from './activations'
import { isRestTag } from './neutral-tags'
import { toPictureLogit } from './picture-tag'
import { toLogit, toProbabilities, type Scoring, type TagScore } from './ranking'

/** How many tags a picture may have: `single` the best one, `multi` every one that fits. */
export type AnswerMode = 'single' | 'multi'

/** When a tag is taken for true. */
export interface AnswerRules {
  readonly mode: AnswerMode
  /**
   * Logits by which a tag has to beat the best neutral text, or it does not fit. `null` never rejects: then the
   * best tag is the answer however badly it fits, and a tag for the rest is a tag like any other.
   */
  readonly noneMargin: number | null
}

/**
 * One logit: a tag that a picture takes must be `e` times as likely as the best text that says nothing. On Mini
 * it accepts and rejects more than nine drawings of ten rightly (`docs/mini.md`); logits and not cosines, so
 * that it means the same to models of another scale.
 */
export const DEFAULT_RULES: AnswerRules = { mode: 'single', noneMargin: 1 }

/** A tag as it is asked about, with the picture's cosine to it. */
export interface TagCosines {
  readonly tag: string
  readonly cosine: Cosine
  /** Least match, 0 to 1, at which this tag is taken for true; `null` leaves it to the margin of all. */
  readonly threshold: number | null
  /** Cosines of the picture with what the tag is not; none unless given. */
  readonly rivals?: readonly Cosine[]
  /** Of a tag that is a picture: cosines of either picture with neutral pictures. A tag in words has none. */
  readonly neutralPictures?: readonly Cosine[]
  /** Whether its text stands for the rest; found out where that is not given. */
  readonly isRestText?: boolean
}

/** A tag's scores, and whether it is part of the answer. */
export interface JudgedTag extends TagScore {
  /**
   * The tag judged alone, 0 to 1, whatever the other tags and the temperature: its share beside the neutral
   * texts, or the sigmoid where the model was trained so. For the rest it is what the best tag leaves.
   * `null` where there are no neutral texts to compare with, or where the model's scale is not known.
   */
  readonly match: Probability | null
  readonly accepted: boolean
  /** Whether it stands for the rest, so that its scores are those of the bar and not of its text. */
  readonly isRest: boolean
}

/** The answer to "which of these tags fit this picture?" */
export interface Judgement {
  /** Best first. */
  readonly ranking: readonly JudgedTag[]
  /** Whether no tag that names something fits. */
  readonly rejected: boolean
  /** Best minus second probability; with one tag its own. 0 without tags, `null` without probabilities. */
  readonly margin: number | null
}

/** Thresholds stay this far from 0 and 1, where logits are infinite. */
const LEAST_THRESHOLD = 0.001

/** The logit that a tag of this threshold has to reach, judged alone. */
export const thresholdLogit = (threshold: number): Logit =>
  inverseSigmoid(Math.max(LEAST_THRESHOLD, Math.min(1 - LEAST_THRESHOLD, threshold)))

interface Weighed {
  readonly logit: Logit
  /** By how much it clears its bar; infinite where it has none. */
  readonly slack: number
}

/**
 * A tag's logit beside its rivals: lowered by the log of its share among them, so that a tag which wins clearly
 * keeps it and one that a rival beats falls by what it is beaten by. [Note: exclusions]
 */
export const besideRivals = (logit: Logit, rivals: readonly Logit[]): Logit =>
  rivals.length === 0 ? logit : ((2 * logit - logSumExp([logit, ...rivals])) as Logit)

/** The logit of a text that says nothing; where every neutral text is a tag itself, that of the worst word. */
const levelOfNothing = (asked: readonly TagCosines[], neutral: readonly Logit[], scoring: Scoring): Logit => {
  if (neutral.length > 0) return Math.max(...neutral) as Logit
  const words = asked.filter(({ neutralPictures }) => !neutralPictures)
  const least = Math.min(...words.map(({ cosine }) => toLogit(cosine, scoring)))
  return words.length > 0 ? (least as Logit) : toLogit(0 as Cosine, scoring)
}

/** A tag's logit: as the model has it of words, on the scale of words where the tag is a picture. */
const logitOf = (
  { cosine, rivals = [], neutralPictures }: TagCosines,
  level: Logit,
  scoring: Scoring,
): Logit =>
  neutralPictures
    ? toPictureLogit(cosine, neutralPictures, level)
    : besideRivals(
        toLogit(cosine, scoring),
        rivals.map((rival) => toLogit(rival, scoring)),
      )

/** What each tag that names something has to clear, given the neutral texts. */
const weigh = (
  tag: TagCosines,
  neutral: readonly Logit[],
  bank: Logit,
  level: Logit,
  scoring: Scoring,
  { noneMargin }: AnswerRules,
): Weighed => {
  const { threshold } = tag
  const logit = logitOf(tag, level, scoring)
  // A threshold is a match, and without a scale there is none.
  if (threshold !== null && scoring.calibrated) {
    const least = thresholdLogit(threshold)
    if (scoring.activation === 'sigmoid') return { logit, slack: logit - least }
    if (neutral.length > 0) return { logit, slack: logit - bank - least }
  }
  if (noneMargin === null || neutral.length === 0) return { logit, slack: Infinity }
  return { logit, slack: logit - Math.max(...neutral) - noneMargin }
}

/** The tag that decides whether anything fits: the best one, or the one that clears its bar most easily. */
const decidingSlack = (named: readonly Weighed[], mode: AnswerMode): number => {
  const best = named.reduce((a, b) => (b.logit > a.logit ? b : a))
  return mode === 'single' ? best.slack : Math.max(...named.map(({ slack }) => slack))
}

/**
 * Scores tags for a picture and says which of them fit.
 *
 * A tag for the rest (`other`) is given the logit of the bar that the best tag had to clear, so that it comes
 * first just where no other tag fits, and its share says how near that was. Its cosine stays that of its text.
 *
 * Where the model's own scale is not known there are ranks and an answer, and no numbers but cosines.
 *
 * @param asked in the order of the request.
 * @param neutralCosines of the picture with `NEUTRAL_TAGS`; empty where they are not wanted.
 */
export const judge = (
  asked: readonly TagCosines[],
  neutralCosines: readonly Cosine[],
  scoring: Scoring,
  rules: AnswerRules,
): Judgement => {
  const neutral = neutralCosines.map((cosine) => toLogit(cosine, scoring))
  const rejects = rules.noneMargin !== null && neutral.length > 0
  const bank = logSumExp(neutral)
  const level = levelOfNothing(asked, neutral, scoring)
  const weighed = asked.map((tag) => weigh(tag, neutral, bank, level, scoring, rules))
  const isRest = asked.map(({ tag, isRestText }) => rejects && (isRestText ?? isRestTag(tag)))
  const named = weighed.filter((_, index) => !isRest[index])

  const best = named.reduce((most, { logit }) => Math.max(most, logit), -Infinity)
  const slack = named.length === 0 ? Infinity : decidingSlack(named, rules.mode)
  const rejected = slack < 0
  const bar = Number.isFinite(slack) ? ((best - slack) as Logit) : null
  const logits = weighed.map(({ logit }, index) => (isRest[index] && bar !== null ? bar : logit))
  const probabilities = toProbabilities(logits, scoring)

  const matchOf = (logit: number): Probability | null => {
    if (!scoring.calibrated) return null
    if (scoring.activation === 'sigmoid') return sigmoid(logit)
    return neutral.length === 0 ? null : sigmoid(logit - bank)
  }
  const bestMatch = named.length === 0 ? null : matchOf(best)
  const restMatch = bestMatch === null ? null : ((1 - bestMatch) as Probability)

  const order = asked
    .map((_, index) => index)
    .sort(
      (a, b) =>
        (logits[b] ?? 0) - (logits[a] ?? 0) ||
        Number(isRest[a] ?? false) - Number(isRest[b] ?? false) ||
        a - b,
    )
  const bestNamed = order.find((index) => !isRest[index])
  const ranking = order.map((index, rank): JudgedTag => {
    // `order` holds the places of `asked`, of which the other lists have one entry each.
    const { tag, cosine } = asked[index] as TagCosines
    const { slack: own } = weighed[index] as Weighed
    const fits = rules.mode === 'single' ? index === bestNamed && !rejected : own >= 0
    return {
      tag,
      index,
      cosine,
      logit: scoring.calibrated ? (logits[index] as Logit) : null,
      probability: scoring.calibrated ? (probabilities[index] as Probability) : null,
      rank,
      match: isRest[index] ? restMatch : matchOf(weighed[index]?.logit ?? 0),
      accepted: isRest[index] ? rejected || named.length === 0 : fits,
      isRest: isRest[index] ?? false,
    }
  })
  return {
    ranking,
    rejected,
    margin:
      scoring.calibrated || ranking.length === 0
        ? (ranking[0]?.probability ?? 0) - (ranking[1]?.probability ?? 0)
        : null,
  }
}
