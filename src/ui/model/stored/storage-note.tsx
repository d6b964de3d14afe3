import { useState } from 'react'
import { Button } from '../../primitives/button'
import { useActions, useApp, useAppState } from '../../context/ui-context'
import { useModelWords } from '../texts/use-model-words'

/** How much room there is, and whether the browser may take back what it gave. */
export const StorageNote = () => {
  const { t, format } = useModelWords()
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
          <p className="pb-1.5 tabular-nums">
            {t('model.room', { used: format.bytes(usage), quota: format.bytes(quota) })}
          </p>
          <div
            role="meter"
            aria-label={t('model.roomLabel')}
            aria-valuemin={0}
            aria-valuemax={quota}
            aria-valuenow={usage}
            aria-valuetext={t('model.room', { used: format.bytes(usage), quota: format.bytes(quota) })}
            className="mb-2.5 h-1 overflow-hidden rounded-full bg-track"
          >
            <div
              className="h-full min-w-1 origin-left rounded-full bg-control"
              style={{ width: `${Math.min(100, (usage / quota) * 100)}%` }}
            />
          </div>
        </>
      ) : null}
      <div className="flex items-center gap-3">
        <p aria-live="polite" className="flex-1 text-pretty">
          {persisted ? t('model.kept') : refused ? t('model.keepRefused') : t('model.keepText')}
        </p>
        {persisted ? null : (
          <Button size="small" onClick={() => void keep()}>
            {t('model.keep')}
          </Button>
        )}
      </div>
    </div>
  )
}
