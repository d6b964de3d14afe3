import { HardDriveDownload } from 'lucide-react'
import { assertNever } from '../../../core/errors/assert-never'
import type { StoredModel } from '../../../core/model/stored/stored-model'
import { Button } from '../../primitives/button'
import { ErrorNote } from '../../primitives/error-note'
import { useActions, useApp, useAppState } from '../../context/ui-context'
import { StoredRow } from './stored-row'
import { TransferNote } from './transfer-note'
import { useModelWords } from '../texts/use-model-words'
import { useState } from 'react'

/** How much room there is, and whether the browser may take back what it gave. */
const StorageNote = () => {
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

const Skeleton = () => {
  const { t } = useModelWords()
  return (
    <div role="status" className="flex flex-col gap-3 px-4 py-3">
      <span className="sr-only">{t('model.storedLoading')}</span>
      {[0, 1].map((row) => (
        <div key={row} aria-hidden className="h-11 animate-breathe rounded-control bg-track" />
      ))}
    </div>
  )
}

const Empty = () => {
  const { t } = useModelWords()
  return (
    <div className="flex flex-col items-center px-6 py-8 text-center">
      <HardDriveDownload size={28} strokeWidth={1.5} aria-hidden className="mb-3 text-muted" />
      <p className="text-14 font-medium">{t('model.storedNone')}</p>
      <p className="pt-1 text-pretty text-muted">{t('model.storedNoneText')}</p>
    </div>
  )
}

const List = ({ models }: { readonly models: readonly StoredModel[] }) => {
  const { t } = useModelWords()
  return models.length === 0 ? (
    <Empty />
  ) : (
    <ul aria-label={t('model.storedList')} className="px-2 pt-1 pb-2">
      {models.map((model) => (
        <StoredRow key={model.key} model={model} />
      ))}
    </ul>
  )
}

/** The models on this device, what they take, and whether they stay. */
export const StoredModelList = () => {
  const { t } = useModelWords()
  const { refreshModels } = useActions()
  const stored = useAppState((state) => state.storedModels)
  const content = () => {
    switch (stored.kind) {
      case 'loading':
        return <Skeleton />
      case 'ready':
        return <List models={stored.models} />
      case 'failed':
        return (
          <ErrorNote error={stored.error} className="mx-4 my-3">
            <Button size="small" onClick={() => void refreshModels()}>
              {t('model.retry')}
            </Button>
          </ErrorNote>
        )
      default:
        return assertNever(stored)
    }
  }
  return (
    <>
      {content()}
      <div className="px-4 empty:hidden [&>*]:pb-3">
        <TransferNote />
      </div>
      <StorageNote />
    </>
  )
}
