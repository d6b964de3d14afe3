import { useEffect, useState } from 'react'
import { useApp } from '../ui-context'

const EVERY_MS = 500
/** Rates are taken over this many samples: five seconds, so that the number can be read. */
const SAMPLES = 10

/** Bytes per second of the model's download, `null` until there are two samples or while it stands still. */
export const useDownloadRate = (): number | null => {
  const { store } = useApp()
  const [rate, setRate] = useState<number | null>(null)
  useEffect(() => {
    let samples: { at: number; loaded: number }[] = []
    const timer = setInterval(() => {
      const { model } = store.getState()
      const loaded = model.kind === 'loading' ? model.progress.loaded : 0
      samples = [...samples, { at: performance.now(), loaded }].slice(-SAMPLES)
      const [first] = samples
      const last = samples.at(-1)
      if (!first || !last || last.at === first.at) return
      const bytes = last.loaded - first.loaded
      setRate(bytes > 0 ? (bytes / (last.at - first.at)) * 1000 : null)
    }, EVERY_MS)
    return () => {
      clearInterval(timer)
    }
  }, [store])
  return rate
}
