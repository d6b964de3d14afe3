import { useEffect, useState } from 'react'
import type { AppState } from '../../../state/app-state'
import { asWaiting, opensModel, waitsForModel } from '../../../state/model/current-model'
import { focusedPicture } from '../../pictures/focused-picture'
import { modelNews } from '../../model/texts/model-news'
import { pictureInWords } from '../../pictures/picture-name'
import { useApp, useWordsStore } from '../../context/ui-context'
import { createPictureTally, queueEnd } from './queue-progress'

/** A reader should be able to finish a sentence before the next one. */
const RESULT_MS = 700
const PROGRESS_MS = 10_000

/** Says politely what a sighted person sees happen: results of the picture in focus, progress, the model. */
export const Announcer = () => {
  const words = useWordsStore()
  const { store, selectors } = useApp()
  const [said, setSaid] = useState('')

  useEffect(() => {
    let timer = 0
    let lastProgress = 0
    const look = (state: AppState) => {
      const focused = focusedPicture(state)
      const picture = focused && waitsForModel(state, focused) ? asWaiting(focused) : focused
      return {
        id: picture?.id,
        text: picture
          ? pictureInWords(
              words.now(),
              picture,
              selectors.labels(state, picture)[0],
              selectors.fitsNone(state, picture),
              selectors.isBeyondModel(state, picture),
            )
          : '',
      }
    }
    let last = look(store.getState())
    const sayResult = () => {
      timer = 0
      const now = look(store.getState())
      // The grid itself says which picture it went to; only what then becomes of it is news.
      if (now.id === last.id && now.text !== last.text) setSaid(now.text)
      last = now
    }
    const sayProgress = (state: AppState, before: AppState) => {
      const { model, queue } = state
      const news = modelNews(words.now(), model, before.model)
      if (news !== null) setSaid(news)
      if (queue.kind === 'idle' && before.queue.kind === 'running') {
        const tally = createPictureTally()(state.pictures)
        setSaid(
          queueEnd(
            words.now(),
            tally,
            selectors.beyondModelCount(state),
            opensModel(state),
            selectors.hasLabels(state),
          ),
        )
      }
      const now = performance.now()
      if (queue.kind !== 'running' || queue.done === 0 || now - lastProgress < PROGRESS_MS) return
      lastProgress = now
      const { t, format } = words.now()
      setSaid(t('shell.spokenProgress', { done: format.count(queue.done), total: format.count(queue.total) }))
    }
    const onChange = (state: AppState, before: AppState) => {
      sayProgress(state, before)
      if (timer === 0) timer = window.setTimeout(sayResult, RESULT_MS)
    }
    const unsubscribe = store.subscribe(onChange)
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [store, selectors, words])

  return (
    <div role="status" className="sr-only">
      {said}
    </div>
  )
}
