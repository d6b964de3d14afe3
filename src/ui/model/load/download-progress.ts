import { useEffect, useState } from 'react'
import type { ModelPhase } from '../../../core/model/model-phase'
import type { Wording } from '../../../words/wording'
import { useApp } from '../../ui-context'
import { amountOf } from '../amount-of'
import { addSample, transferRate, type Sample } from './transfer-rate'

const EVERY_MS = 500

/** Bytes a second of the model's download; `null` while nothing arrives or too little is known. */
export const useDownloadRate = (): number | null => {
  const { store } = useApp()
  const [rate, setRate] = useState<number | null>(null)
  useEffect(() => {
    let samples: readonly Sample[] = []
    const timer = setInterval(() => {
      const { model } = store.getState()
      // What was here already counts at once when a download goes on, and is no rate.
      samples =
        model.kind === 'loading' && model.progress.stage === 'downloading'
          ? addSample(samples, { at: performance.now(), loaded: model.progress.loaded })
          : []
      setRate(transferRate(samples))
    }, EVERY_MS)
    return () => {
      clearInterval(timer)
    }
  }, [store])
  return rate
}

/** A model on its way. */
export type Loading = Extract<ModelPhase, { kind: 'loading' | 'paused' }>

/** What the button beside a download is called. */
export const PAUSE_LABELS = {
  loading: 'model.pauseShort',
  paused: 'model.resumeShort',
  held: 'privacy.airplane',
} as const

/** Bytes, rate and time left, as far as they are known. */
export const describeProgress = (
  words: Wording,
  { kind, progress }: Loading,
  rate: number | null,
  isHeld: boolean,
): string => {
  const { t, format } = words
  const { stage, loaded, total } = progress
  const amount = amountOf(words, loaded, total)
  if (isHeld) return t('model.heldAt', { amount })
  if (kind === 'paused') return t('model.pausedAt', { amount })
  if (stage !== 'downloading') return t(`model.stages.${stage}`)
  const parts = [amount]
  if (rate !== null) parts.push(t('units.perSecond', { amount: format.bytes(rate) }))
  if (rate !== null && total !== null && total > loaded)
    parts.push(t('model.left', { duration: format.duration((total - loaded) / rate) }))
  return parts.join(' · ')
}
