import { useState } from 'react'
import { hasUnsaid, leastSure } from '../../../state/tasks/own/least-sure'
import { useActions, useApp, useAppState } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { Button } from '../../primitives/button'
import { ErrorNote } from '../../primitives/error-note'
import { Segmented } from '../../primitives/fields/segmented'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { OpenButton } from './open-button'
import { useOwnWords } from './use-own-words'
import { useSentences } from './use-sentences'

const LateReport = lateComponent(async () => (await import('./report/report-dialog')).ReportDialog)

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
  const hasReport = useAppState(({ own }) => own !== null && own.report !== null)
  const [reading, setReading] = useState(false)
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
          {hasReport ? (
            <Button
              size="small"
              onClick={() => {
                setReading(true)
              }}
            >
              {t('own.details')}
            </Button>
          ) : null}
        </div>
      ) : (
        <div>
          <OpenButton />
        </div>
      )}
      {reading ? (
        <Part>
          <LateReport
            onClose={() => {
              setReading(false)
            }}
          />
        </Part>
      ) : null}
    </>
  )
}
