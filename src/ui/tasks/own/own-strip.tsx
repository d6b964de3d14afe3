import { useRef } from 'react'
import type { Picture } from '../../../state/app-state'
import type { MarkActions } from '../../../state/tasks/own/own-actions'
import { hasUnsaid, leastSure } from '../../../state/tasks/own/least-sure'
import { useActions, useApp, useAppState, useScreenStore } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { Button } from '../../primitives/button'
import { ErrorNote } from '../../primitives/error-note'
import { Segmented } from '../../primitives/fields/segmented'
import { GoodPartsButton, GoodPartsLine } from './good-parts'
import { OpenButton } from './open-button'
import { useListed } from './use-listed'
import { useOwnWords } from './use-own-words'
import { alikeTooFew, useSentences } from './use-sentences'

/** Goes to the picture that is worth saying next. */
const NextButton = () => {
  const { t } = useOwnWords()
  const { store, selectors } = useApp()
  const { select } = useActions()
  const there = useAppState(hasUnsaid)
  const passed = useRef(new Set<string>())
  if (!there) return null
  return (
    <Button
      size="small"
      data-tip={t('own.nextTip')}
      onClick={() => {
        const next = leastSure(store.getState(), selectors, passed.current)
        if (next === null) return
        // The first again: all were passed by.
        if (passed.current.has(next)) passed.current.clear()
        passed.current.add(next)
        select(next, 'only')
      }}
    >
      {t('own.next')}
    </Button>
  )
}

const NONE: readonly never[] = []

/** What can be done where examples that look alike count as too few. */
const AlikeButtons = () => {
  const { t } = useOwnWords()
  const { marking } = useActions()
  const attempt = useAttempt()
  const own = useAppState((state) => state.own)
  const ids = (own && alikeTooFew(own))?.ids ?? NONE
  const listed = [...useListed(ids).keys()]
  if (ids.length === 0) return null
  const press = (run: (actions: MarkActions) => void) => () =>
    void attempt(async () => {
      run(await marking.load())
    })
  return (
    <>
      {listed.length > 0 ? (
        <Button
          size="small"
          onClick={press(({ showOnly }) => {
            showOnly(listed, t('own.alikeChip'))
          })}
        >
          {t('own.showPictures', { count: listed.length })}
        </Button>
      ) : null}
      <Button
        size="small"
        data-tip={t('own.alikeHow')}
        onClick={press(({ setApart }) => {
          setApart(ids)
        })}
      >
        {t('own.split')}
      </Button>
    </>
  )
}

/** What the person's examples have come to, whose answer is shown, and what to say next. */
export const OwnStrip = ({ picture }: { readonly picture: Picture }) => {
  const { t } = useOwnWords()
  const { marking } = useActions()
  const attempt = useAttempt()
  const error = useAppState(({ ownError }) => ownError)
  const hasHead = useAppState(({ own }) => own !== null)
  const answersBy = useAppState((state) => state.answersBy)
  const hasReport = useAppState(({ own }) => own !== null && own.report !== null)
  const screen = useScreenStore()
  const sentences = useSentences()
  return (
    <>
      <p role="status" className="text-12 text-pretty tabular-nums">
        {sentences.join(' ')}
      </p>
      <GoodPartsLine picture={picture} />
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
          <AlikeButtons />
          <GoodPartsButton />
          {hasReport ? (
            <Button
              size="small"
              onClick={() => {
                screen.setState({ dialog: 'own' })
              }}
            >
              {t('own.details')}
            </Button>
          ) : null}
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <GoodPartsButton />
          <OpenButton />
        </div>
      )}
    </>
  )
}
