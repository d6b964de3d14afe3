import { useMemo } from 'react'
import type { AppState } from '../../../state/app-state'
import { unlearnedTags } from '../../../state/tasks/own/files/tell-unlearned'
import type { OwnHead } from '../../../state/tasks/own/own-head'
import { useAppState } from '../../context/ui-context'
import { useOwnWords } from './use-own-words'

/** Examples of each tag that a first time is guided to. */
const WANTED = 3

/** Tags until a list of what is missing would be longer than what is said. */
const MOST_GUIDED = 9

/** The tag that is found least often among held-out examples; `null` where none falls behind. */
const weakestTag = ({ own, tags }: AppState): string | null => {
  let [lowest, weakest]: [number, string | null] = [1, null]
  own?.report?.classes.forEach(({ f1, examples }, c) => {
    if (examples === 0 || (f1 ?? 0) >= lowest) return
    lowest = f1 ?? 0
    weakest = own.classIds[c] ?? null
  })
  return tags.find(({ id }) => id === weakest)?.text ?? null
}

/** Tags that have fewer than three examples, with how many they have: `ok 1/3`. None before the first mark. */
const useToThree = (): readonly string[] => {
  const tags = useAppState((state) => state.tags)
  const marks = useAppState((state) => state.marks)
  if (marks.length === 0 || tags.length > MOST_GUIDED) return []
  return tags.flatMap(({ id, text }) => {
    const count = marks.filter(({ yes }) => yes.includes(id)).length
    return count < WANTED ? [`${text} ${count}/${WANTED}`] : []
  })
}

/** With several labels, tags that are said to be true of pictures and of none that they are not: they are not judged. */
const useWithoutNo = (): readonly string[] => {
  const tags = useAppState((state) => state.tags)
  const marks = useAppState((state) => state.marks)
  const isSeveral = useAppState(({ settings }) => settings.rules.mode === 'multi')
  if (!isSeveral || tags.length > MOST_GUIDED) return []
  return tags.flatMap(({ id, text }) =>
    marks.some(({ yes }) => yes.includes(id)) && !marks.some(({ no }) => no.includes(id)) ? [text] : [],
  )
}

/** Pictures of which tags of the list are said, and how many of these tags are said of some. Of tags that are gone nothing counts. */
const saidOf = ({
  tags,
  marks,
  settings,
}: AppState): { readonly examples: number; readonly taught: number } => {
  const ids = new Set(tags.map(({ id }) => id))
  const isKnown = (id: string) => ids.has(id)
  const isSingle = settings.rules.mode === 'single'
  return {
    // With one label what a picture is not teaches nothing.
    examples: marks.filter(
      ({ yes, no, none }) => yes.some(isKnown) || (!isSingle && (none ?? no.some(isKnown))),
    ).length,
    taught: new Set(marks.flatMap(({ yes }) => yes.filter(isKnown))).size,
  }
}

/** Examples of each tag from which on it is said how good a classifier is. */
const ENOUGH = 5

/** Examples that look alike and count as fewer, while that is why nothing can be said; `null` where it is not. */
export const alikeTooFew = (
  own: OwnHead,
): { readonly ids: readonly string[]; readonly as: number } | null => {
  const { alike = [] } = own.findings ?? {}
  const isSaid = own.report?.accuracy && own.report.isEnough
  return own.report && own.progress === null && !isSaid && alike.length > 0
    ? { ids: alike.flat(), as: alike.length }
    : null
}

/** Whether each tag that has examples has enough of them, whatever they count as. */
const hasEnoughMarks = ({ own, marks }: AppState): boolean =>
  own?.learnedIds.every((id) => marks.filter(({ yes }) => yes.includes(id)).length >= ENOUGH) ?? false

/** What is said of a classifier in a line, and what a person is to do next. */
export const useSentences = (): readonly string[] => {
  const { t, format } = useOwnWords()
  const toThree = useToThree()
  const withoutNo = useWithoutNo()
  const own = useAppState((state) => state.own)
  const weakest = useAppState(weakestTag)
  const isSingle = useAppState(({ settings }) => settings.rules.mode === 'single')
  const said = useAppState((state) => saidOf(state).examples)
  const taught = useAppState((state) => saidOf(state).taught)
  const enough = useAppState(hasEnoughMarks)
  const tags = useAppState((state) => state.tags)
  const alike = useMemo(() => (own ? alikeTooFew(own) : null), [own])
  const aNo = withoutNo.length > 0 ? [t('own.oneThatIsNot', { tags: format.list(withoutNo) })] : []
  const more = [...aNo, ...(toThree.length > 0 ? [t('own.threeOfEach', { tags: format.list(toThree) })] : [])]
  if (own === null)
    return [
      // Until the model has come that they are read by.
      ...(said > 0 ? [t('own.examples', { count: said })] : []),
      ...(taught > 1 || aNo.length > 0 ? [] : [t(isSingle ? 'own.begin' : 'own.beginMulti')]),
      ...more,
    ]
  const { report, progress } = own
  if (own.examples === 0) {
    const lacking = unlearnedTags({ own, tags }).map(({ text }) => text)
    return lacking.length === 0
      ? [t('own.headAnswers')]
      : [t('own.headLacks', { tags: format.list(lacking) })]
  }
  // Where there are enough of them, what they count as is why.
  const why =
    alike === null ? [] : [t('own.lookAlike', { count: alike.ids.length, as: format.count(alike.as) })]
  const next = more.length > 0 ? more : alike && enough ? [t('own.markOthers')] : [t('own.tooFew')]
  const orMore = [...why, ...next]
  if (!report?.accuracy || progress !== null)
    return progress === null
      ? [t('own.examples', { count: report?.examples ?? own.examples }), ...orMore]
      : [t('own.learning', { count: own.examples })]
  const count = t('own.examples', { count: report.examples })
  if (!report.isEnough) return [count, ...orMore]
  const { share, low, high } = report.accuracy
  return [
    count,
    t('own.right', {
      share: format.percent(share),
      low: format.percent(low),
      high: format.percent(high),
      words: format.percent(report.wordsShare),
    }),
    ...(report.beatsChance ? [] : [t('own.chance')]),
    ...(report.beatsChance && !report.beatsWords ? [t('own.notSurely')] : []),
    ...(weakest === null ? [] : [t('own.weakest', { tag: weakest })]),
    ...aNo,
  ]
}
