import { wilsonRange, type ShareRange } from '../own/report/statistics'

/** What was decided of a picture beside what the model says of it; classes by their places. */
export interface DecidedAnswer {
  /** SHA-256 of the picture's bytes. */
  readonly id: string
  /** What is true of it: none where none of the tags is. */
  readonly truth: readonly number[]
  /** What the model says, in the same way. */
  readonly answer: readonly number[]
  /** How well each tag fits by itself, 0 to 1; `NaN` where that is not known. */
  readonly matches: Float64Array
  /** The tag that would be the answer if it fits, where a picture has one label; -1 where there is none. */
  readonly best: number
}

/** A share of pictures, 0 to 1, with its 95 % range. */
export interface Share extends ShareRange {
  readonly share: number
}

/** A threshold that would have a tag agree better with what was decided. */
export interface SuggestedThreshold {
  /** In hundredths. */
  readonly threshold: number
  /** F1 of the tag as it is, and as it would be. */
  readonly now: number
  readonly then: number
}

/** How a tag agrees. */
export interface TagAgreement {
  /** Pictures that were decided to be of it. */
  readonly decided: number
  /** Of what the model names so, the share that is; `null` where it names nothing so. */
  readonly precision: Share | null
  /** Of what is so, the share that the model names; `null` where nothing is. */
  readonly recall: Share | null
  /** `null` with too few pictures, and where nothing would be gained. */
  readonly suggested: SuggestedThreshold | null
}

/** How far a model agrees with what a person has decided. */
export interface Agreement {
  readonly count: number
  /** The share of pictures of which it says just what was decided; `null` without any. */
  readonly accuracy: Share | null
  /** Pictures by what was decided (rows) and what the model says; none of the tags is the last. `null` with several labels. */
  readonly table: readonly (readonly number[])[] | null
  /** In the order of the classes. */
  readonly tags: readonly TagAgreement[]
}

/** Pictures of a tag, and others, until a threshold means anything. */
const ENOUGH = 5

/** What F1 has to gain before another threshold is worth the change. */
const WORTH = 0.01

/** Classes between two pauses, at ten thousand pictures about ten milliseconds each. */
const AT_ONCE = 1

const shareOf = (part: number, of: number): Share | null =>
  of === 0 ? null : { share: part / of, ...wilsonRange(part, of) }

const f1Of = (right: number, named: number, decided: number): number =>
  named + decided === 0 ? 0 : (2 * right) / (named + decided)

/**
 * The threshold in hundredths with the best F1 of a tag, by one pass from the best match down. Between two that do as well
 * the one in the middle of them, which is the safest.
 * @param candidates matches of pictures that would be named so if they clear it, and whether they are.
 * @param decided how many pictures are of the tag.
 */
const bestThreshold = (
  candidates: readonly { readonly match: number; readonly isTrue: boolean }[],
  decided: number,
): { readonly threshold: number; readonly f1: number } => {
  const [named, right] = [new Uint32Array(101), new Uint32Array(101)]
  for (const { match, isTrue } of candidates) {
    // It clears every threshold up to this one.
    const percent = Math.max(0, Math.min(100, Math.floor(match * 100 + 1e-9)))
    named[percent] = (named[percent] ?? 0) + 1
    if (isTrue) right[percent] = (right[percent] ?? 0) + 1
  }
  let [allNamed, allRight, best] = [0, 0, -1]
  let [from, to] = [100, 100]
  for (let percent = 100; percent >= 1; percent -= 1) {
    allNamed += named[percent] ?? 0
    allRight += right[percent] ?? 0
    const f1 = f1Of(allRight, allNamed, decided)
    if (f1 > best) {
      best = f1
      from = percent
      to = percent
    } else if (f1 === best && to === percent + 1) to = percent
  }
  return { threshold: Math.round((from + to) / 2) / 100, f1: best }
}

const agreementOfTag = (
  rows: readonly DecidedAnswer[],
  c: number,
  mode: 'single' | 'multi',
): TagAgreement => {
  let [decided, named, right] = [0, 0, 0]
  const candidates: { match: number; isTrue: boolean }[] = []
  for (const { truth, answer, matches, best } of rows) {
    const [isTrue, isNamed] = [truth.includes(c), answer.includes(c)]
    decided += Number(isTrue)
    named += Number(isNamed)
    right += Number(isTrue && isNamed)
    const match = matches[c] ?? NaN
    if ((mode === 'multi' || best === c) && !Number.isNaN(match)) candidates.push({ match, isTrue })
  }
  const now = f1Of(right, named, decided)
  const isEnough = decided >= ENOUGH && rows.length - decided >= ENOUGH && candidates.length >= ENOUGH
  const found = isEnough ? bestThreshold(candidates, decided) : null
  return {
    decided,
    precision: shareOf(right, named),
    recall: shareOf(right, decided),
    suggested: found && found.f1 >= now + WORTH ? { threshold: found.threshold, now, then: found.f1 } : null,
  }
}

const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((c) => others.includes(c))

/** The row or column of a picture with one label; none is behind the last class. */
export const placeInTable = (said: readonly number[], classes: number): number => said[0] ?? classes

/**
 * How far a model agrees with what a person has decided. It pauses now and then; what it costs is the number of pictures
 * times that of classes.
 */
export function* agreementOf(
  rows: readonly DecidedAnswer[],
  classes: number,
  mode: 'single' | 'multi',
): Generator<undefined, Agreement> {
  const tags: TagAgreement[] = []
  for (let c = 0; c < classes; c += 1) {
    tags.push(agreementOfTag(rows, c, mode))
    if (c % AT_ONCE === 0) yield
  }
  const right = rows.filter(({ truth, answer }) => isSame(truth, answer)).length
  const table = Array.from({ length: classes + 1 }, () => new Array<number>(classes + 1).fill(0))
  for (const { truth, answer } of rows) {
    const row = table[placeInTable(truth, classes)]
    const column = placeInTable(answer, classes)
    if (row) row[column] = (row[column] ?? 0) + 1
  }
  return {
    count: rows.length,
    accuracy: shareOf(right, rows.length),
    table: mode === 'single' ? table : null,
    tags,
  }
}
