import { useEffect, useState } from 'react'
import type { ModelPhase } from '../../../core/model/model-phase'
import { canPause } from '../../../state/model/model-loader'
import { Button } from '../../primitives/button'
import { ProgressBar } from '../../primitives/progress-bar'
import { useActions, useApp } from '../../ui-context'
import { amountOf } from '../amount-of'
import { Card } from '../card'
import { nameOfModel, nameOfSource } from '../model-name'
import { addSample, transferRate, type Sample } from './transfer-rate'
import { usePauseSwitch } from '../use-pause-switch'
import { useModelWords, type ModelWording } from '../use-model-words'

const EVERY_MS = 500

/** Bytes a second of the model's download; `null` while nothing arrives or too little is known. */
const useDownloadRate = (): number | null => {
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

type Loading = Extract<ModelPhase, { kind: 'loading' | 'paused' }>

const PAUSE_LABELS = {
  loading: 'model.pauseShort',
  paused: 'model.resumeShort',
  held: 'privacy.airplane',
} as const

/** Bytes, rate and time left, as far as they are known. */
const describeProgress = (
  words: ModelWording,
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

/** How far a model is, and how to put it off, go on with it or give it up. */
export const DownloadCard = ({ phase }: { readonly phase: Loading }) => {
  const words = useModelWords()
  const { t } = words
  const { cancelLoading } = useActions()
  const rate = useDownloadRate()
  const { state, press } = usePauseSwitch(phase)
  const { choice, previous, progress } = phase
  const { loaded, total, stage } = progress
  const name = nameOfSource(choice.source)
  const paused = phase.kind === 'paused'
  const known = total !== null && total > 0
  const moving = !paused && (stage === 'opening' || stage === 'checking' || !known)
  return (
    <Card
      title={name}
      {...(known ? { note: t('units.percent', { value: Math.floor((loaded / total) * 100) }) } : {})}
    >
      <ProgressBar
        label={t('model.loading', { name })}
        share={moving ? null : known ? loaded / total : 0}
        className="h-1.5"
      />
      <p className="pt-2 text-12 text-muted tabular-nums">
        {describeProgress(words, phase, rate, state === 'held')}
      </p>
      {previous ? (
        <p className="pt-0.5 text-12 text-muted">
          {t('model.previousWorks', { name: nameOfModel(previous.model) })}
        </p>
      ) : null}
      <div className="flex gap-2 pt-3">
        {paused || canPause(progress) ? (
          <Button size="small" variant={paused ? 'primary' : 'plain'} onClick={press}>
            {t(PAUSE_LABELS[state])}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" onClick={cancelLoading}>
          {t('model.cancelShort')}
        </Button>
      </div>
    </Card>
  )
}
