import type { AppState } from '../../../state/app-state'
import { hasUnsaid, leastSure } from '../../../state/tasks/own/least-sure'
import { useActions, useApp, useAppState } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { Button } from '../../primitives/button'
import { ErrorNote } from '../../primitives/error-note'
import { Segmented } from '../../primitives/fields/segmented'
import { useOwnWords } from './use-own-words'

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

const useSentences = (): readonly string[] => {
  const { t, format } = useOwnWords()
  const own = useAppState((state) => state.own)
  const weakest = useAppState(weakestTag)
  const taught = useAppState(({ marks }) => new Set(marks.flatMap(({ yes }) => yes)).size)
  const isSingle = useAppState(({ settings }) => settings.rules.mode === 'single')
  // With one label what a picture is not teaches nothing.
  const said = useAppState(({ marks }) => marks.filter(({ yes }) => !isSingle || yes.length > 0).length)
  if (own === null)
    return [
      // Until the model has come that they are read by.
      ...(said > 0 ? [t('own.examples', { count: said })] : []),
      ...(taught > 1 ? [] : [t(isSingle ? 'own.begin' : 'own.beginMulti')]),
    ]
  const { report, progress } = own
  if (!report?.accuracy || progress !== null)
    return progress === null
      ? [t('own.examples', { count: report?.examples ?? 0 }), t('own.tooFew')]
      : [t('own.learning', { count: own.examples })]
  const count = t('own.examples', { count: report.examples })
  if (!report.isEnough) return [count, t('own.tooFew')]
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
  ]
}

/** Goes to the picture that is worth saying next. */
const NextButton = () => {
  const { t } = useOwnWords()
  const { store, selectors } = useApp()
  const { select } = useActions()
  const there = useAppState(hasUnsaid)
  if (!there) return null
  return (
    <Button
      size="small"
      data-tip={t('own.nextTip')}
      onClick={() => {
        const next = leastSure(store.getState(), selectors)
        if (next !== null) select(next, 'only')
      }}
    >
      {t('own.next')}
    </Button>
  )
}

/** What the person's examples have come to, whose answer is shown, and what to say next. */
export const OwnStrip = () => {
  const { t } = useOwnWords()
  const { marking } = useActions()
  const attempt = useAttempt()
  const error = useAppState(({ ownError }) => ownError)
  const hasHead = useAppState(({ own }) => own !== null)
  const answersBy = useAppState((state) => state.answersBy)
  const sentences = useSentences()
  return (
    <>
      <p role="status" className="text-12 text-pretty tabular-nums">
        {sentences.join(' ')}
      </p>
      {error ? (
        <ErrorNote error={error}>
          <Button
            size="small"
            onClick={() =>
              void attempt(async () => {
                ;(await marking.load()).retry()
              })
            }
          >
            {t('pictures.retry')}
          </Button>
        </ErrorNote>
      ) : null}
      {hasHead ? (
        <div className="flex flex-wrap items-center gap-2">
          <Segmented
            label={t('own.answersBy')}
            choices={[
              { value: 'words', label: t('own.words') },
              { value: 'own', label: t('own.mine') },
            ]}
            value={answersBy}
            onChange={(value) =>
              void attempt(async () => {
                ;(await marking.load()).answerBy(value)
              })
            }
            className="bg-canvas"
          />
          <NextButton />
        </div>
      ) : null}
    </>
  )
}
