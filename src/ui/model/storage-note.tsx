import { useState } from 'react'
import { Button } from '../primitives/button'
import { formatBytes } from '../primitives/format'
import { useActions, useApp, useAppState } from '../ui-context'
import { words } from './words'

/** How much room there is, and whether the browser may take back what it gave. */
export const StorageNote = () => {
  const { store } = useApp()
  const { keepModels } = useActions()
  const storage = useAppState((state) => state.storage)
  const [refused, setRefused] = useState(false)
  if (storage === null) return null
  const { persisted, usage, quota } = storage
  const keep = async () => {
    await keepModels()
    setRefused(store.getState().storage?.persisted === false)
  }
  return (
    <div className="border-t border-line px-4 py-3 text-12 text-muted">
      {usage !== null && quota !== null && quota > 0 ? (
        <>
          <p className="pb-1.5 tabular-nums">{words.room(formatBytes(usage), formatBytes(quota))}</p>
          <meter
            aria-label={words.roomLabel}
            min={0}
            max={quota}
            value={usage}
            className="mb-2.5 block h-1 w-full appearance-none overflow-hidden rounded-full bg-track [&::-moz-meter-bar]:bg-control [&::-webkit-meter-bar]:h-1 [&::-webkit-meter-bar]:border-0 [&::-webkit-meter-bar]:bg-track [&::-webkit-meter-inner-element]:block [&::-webkit-meter-optimum-value]:bg-control"
          />
        </>
      ) : null}
      <div className="flex items-center gap-3">
        <p aria-live="polite" className="flex-1 text-pretty">
          {persisted ? words.kept : refused ? words.keepRefused : words.keepText}
        </p>
        {persisted ? null : (
          <Button size="small" onClick={() => void keep()}>
            {words.keep}
          </Button>
        )}
      </div>
    </div>
  )
}
