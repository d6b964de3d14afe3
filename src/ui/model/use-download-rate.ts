import { useEffect, useState } from 'react'
import { useApp } from '../ui-context'
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
