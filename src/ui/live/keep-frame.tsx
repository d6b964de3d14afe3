import { Camera } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { useStore } from 'zustand'
import type { Live } from '../../state/live/live'
import { Button } from '../primitives/button'
import { useLiveWords } from './use-live-words'

/** What has keys of its own: there Space does what it does. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('button, select, input, textarea, summary, video')

/** Keeps the frame that is shown, by a press or by Space, and tells how many have been kept. */
export const KeepFrame = ({ live }: { readonly live: Live }) => {
  const { t } = useLiveWords()
  const { kept } = useStore(live.store)
  const hasFrame = useStore(live.store, ({ picture }) => picture !== null)
  const onSpace = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== ' ' || event.repeat || isControl(event.target)) return
    event.preventDefault()
    void live.keep()
  })
  useEffect(() => {
    window.addEventListener('keydown', onSpace)
    return () => {
      window.removeEventListener('keydown', onSpace)
    }
  }, [])
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2">
      <Button variant="primary" disabled={!hasFrame} onClick={() => void live.keep()}>
        <Camera size={16} strokeWidth={1.75} aria-hidden />
        <span>{t('live.keep')}</span>
      </Button>
      <p aria-live="polite" className="text-12 text-muted">
        {kept > 0 ? (
          t('live.kept', { count: kept })
        ) : (
          <span className="touch:hidden">{t('live.keepHint')}</span>
        )}
      </p>
    </div>
  )
}
