import type { Share } from '../decisions/agreement'
import { signTest, wilsonRange } from '../own/report/statistics'
import { answersAt, surenessOfBoth, type AnswerSheet } from './answer-sheet'

/** Two sheets beside what a person has decided, over the pictures that both have answered. */
export interface Judged {
  /** Pictures that are decided, and that both have answered. */
  readonly count: number
  readonly a: Share
  readonly b: Share
  /** Pictures of which only the one is right. */
  readonly onlyA: number
  readonly onlyB: number
  /** The chance of so uneven a split of these, or a more uneven one, if both were as good: McNemar's exact test. */
  readonly chance: number
}

/** One picture that both have answered. */
export interface ComparedPicture {
  readonly sha256: string
  /** Its places in the sheets. */
  readonly inA: number
  readonly inB: number
  readonly differs: boolean
  /** Whether each is right; `null` where that was not decided. */
  readonly right: { readonly a: boolean; readonly b: boolean } | null
}

/** How two questions agree with each other, and with what a person has decided. */
export interface Comparison {
  readonly a: AnswerSheet
  readonly b: AnswerSheet
  /** Those of which they say different things first, the ones that both are surest of at the head. */
  readonly pictures: readonly ComparedPicture[]
  /** How many of them differ: they are the first. */
  readonly differing: number
  /** The share of which both say the same. */
  readonly agreement: Share
  /** Pictures that only the one has answered. */
  readonly withoutA: number
  readonly withoutB: number
  /** `null` where nothing was decided of these pictures. */
  readonly judged: Judged | null
  /** Tags that only one of both was asked about: answers differ by them alone. */
  readonly otherTags: boolean
}

/** Pictures between two pauses. */
const AT_ONCE = 256

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((id) => others.includes(id))

const shareOf = (part: number, of: number): Share => ({
  share: of === 0 ? 0 : part / of,
  ...wilsonRange(part, of),
})

const judgedBy = (pictures: readonly ComparedPicture[]): Judged | null => {
  let [count, a, b, onlyA, onlyB] = [0, 0, 0, 0, 0]
  for (const { right } of pictures) {
    if (right === null) continue
    count += 1
    a += Number(right.a)
    b += Number(right.b)
    onlyA += Number(right.a && !right.b)
    onlyB += Number(right.b && !right.a)
  }
  return count === 0
    ? null
    : { count, a: shareOf(a, count), b: shareOf(b, count), onlyA, onlyB, chance: signTest(onlyA, onlyB) }
}

/**
 * Sets two sheets beside each other, on the pictures that both have answered. It pauses now and then; what it costs is the
 * number of pictures times that of tags.
 * @param truthOf ids of the tags that were decided to be true of a picture, none where none is; `null` where nothing was.
 * Tags are known by their ids, so both sheets may have been asked about other ones.
 */
export function* compareSheets(
  a: AnswerSheet,
  b: AnswerSheet,
  truthOf: (sha256: string) => readonly string[] | null,
): Generator<undefined, Comparison> {
  const inB = new Map(b.sha256s.map((sha256, place) => [sha256, place]))
  const compared: { readonly picture: ComparedPicture; readonly sureness: number }[] = []
  for (const [place, sha256] of a.sha256s.entries()) {
    const other = inB.get(sha256)
    if (place % AT_ONCE === AT_ONCE - 1) yield
    if (other === undefined) continue
    const [saidByA, saidByB] = [answersAt(a, place), answersAt(b, other)]
    const truth = truthOf(sha256)
    compared.push({
      picture: {
        ...{ sha256, inA: place, inB: other },
        differs: !isSame(saidByA, saidByB),
        right: truth && { a: isSame(saidByA, truth), b: isSame(saidByB, truth) },
      },
      sureness: surenessOfBoth(a, place, b, other),
    })
  }
  yield
  const differing = compared.filter(({ picture }) => picture.differs)
  differing.sort((one, other) => other.sureness - one.sureness)
  yield
  const same = compared.filter(({ picture }) => !picture.differs)
  const pictures = [...differing, ...same].map(({ picture }) => picture)
  const tagsOf = (sheet: AnswerSheet) => sheet.tags.map(({ id, text }) => `${id} ${text}`)
  return {
    ...{ a, b, pictures },
    differing: differing.length,
    agreement: shareOf(same.length, pictures.length),
    withoutA: b.sha256s.length - pictures.length,
    withoutB: a.sha256s.length - pictures.length,
    judged: judgedBy(pictures),
    otherTags: !isSame(tagsOf(a), tagsOf(b)),
  }
}

/** Places in a list of compared pictures: those that differ, or all. */
export const comparedPictures = (
  { pictures, differing }: Pick<Comparison, 'pictures' | 'differing'>,
  differOnly: boolean,
): readonly ComparedPicture[] => (differOnly ? pictures.slice(0, differing) : pictures)
