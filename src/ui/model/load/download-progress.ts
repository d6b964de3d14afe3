import { useEffect, useState } from 'react'
import type { ModelPhase } from '../../../core/model/model-phase'
import { useApp } from '../../context/ui-context'
import { amountOf } from '../texts/amount-of'
import type { ModelWording } from '../texts/use-model-words'
import { addSample, transferRate, type Sample } from './transfer-rate'

const EVERY_MS = 500

/** Seconds without a byte after which a person is told: longer than a line that is only slow takes for one. */
const SILENCE_SECONDS = 4

/** How a model's download goes. */
interface Pace {
  /** Bytes a second; `null` while nothing arrives or too little is known. */
  readonly rate: number | null
  /** Whole seconds since the last byte; 0 where that is not long ago, or the host has asked to wait. */
  readonly silent: number
  /** Whole seconds of the wait that the host has asked for; 0 where it has not. */
  readonly wait: number
}

/** How the download of the model goes that the phase tells of. */
export const useDownloadPace = (): Pace => {
  const { store } = useApp()
  const [rate, setRate] = useState<number | null>(null)
  const [silent, setSilent] = useState(0)
  const [wait, setWait] = useState(0)
  useEffect(() => {
    let samples: readonly Sample[] = []
    let last = { loaded: -1, at: 0 }
    const timer = setInterval(() => {
      const { model } = store.getState()
      const loads = model.kind === 'loading' && model.progress.stage === 'downloading'
      const sample = { at: performance.now(), loaded: loads ? model.progress.loaded : -1 }
      if (sample.loaded !== last.loaded || !loads) last = sample
      // What was here already counts at once when a download goes on, and is no rate.
      samples = loads ? addSample(samples, sample) : []
      setRate(transferRate(samples))
      const seconds = Math.floor((sample.at - last.at) / 1000)
      const until = model.kind === 'loading' ? (model.progress.until ?? null) : null
      setSilent(seconds < SILENCE_SECONDS || until !== null ? 0 : seconds)
      setWait(until === null ? 0 : Math.max(1, Math.ceil((until - Date.now()) / 1000)))
    }, EVERY_MS)
    return () => {
      clearInterval(timer)
    }
  }, [store])
  return { rate: silent > 0 || wait > 0 ? null : rate, silent, wait }
}

/** A model on its way. */
export type Loading = Extract<ModelPhase, { kind: 'loading' | 'paused' }>

/** What the button beside a download is called. */
export const pauseLabel = ({ t }: ModelWording, state: 'loading' | 'paused' | 'held'): string => {
  if (state === 'held') return t('privacy.airplane')
  return state === 'loading' ? t('model.pauseShort') : t('model.resumeShort')
}

/** Bytes, rate and time left, as far as they are known. */
export const describeProgress = (
  words: ModelWording,
  { kind, progress }: Loading,
  { rate, wait }: Pick<Pace, 'rate' | 'wait'>,
  isHeld: boolean,
): string => {
  const { t, format } = words
  const { stage, loaded, total } = progress
  const amount = amountOf(words, loaded, total)
  if (isHeld) return t('model.heldAt', { amount })
  if (kind === 'paused') return t('model.pausedAt', { amount })
  if (wait > 0) return t('model.waits', { amount, duration: format.countdown(wait) })
  // A stored model is read from its beginning, which takes a while where it is large.
  if (stage === 'checking' && total !== null && loaded < total)
    return `${t('model.stages.checking')} · ${amount}`
  if (stage !== 'downloading') return t(`model.stages.${stage}`)
  const parts = [amount]
  if (rate !== null) parts.push(t('units.perSecond', { amount: format.bytes(rate) }))
  if (rate !== null && total !== null && total > loaded)
    parts.push(t('model.left', { duration: format.duration((total - loaded) / rate) }))
  return parts.join(' · ')
}
