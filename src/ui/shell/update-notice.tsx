import { RefreshCw, X } from 'lucide-react'
import { Button } from '../primitives/button'
import { IconButton } from '../primitives/icon-button'
import { useSite, useSiteState, useWords } from '../ui-context'

/** A new version of the app, which waits for the person; unlike a toast it does not pass by itself. */
export const UpdateNotice = () => {
  const { t } = useWords()
  const { applyUpdate, putOffUpdate } = useSite().actions
  const update = useSiteState((state) => state.update)
  if (update.kind === 'none') return null
  const noRoom = update.kind === 'no-room'
  return (
    <li className="pointer-events-auto flex min-h-11 max-w-full items-center gap-2.5 rounded-card bg-raised py-1.5 pe-1.5 ps-3.5 shadow-float">
      <RefreshCw size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
      <span className="min-w-0 pe-2 break-words">
        {noRoom ? t('shell.updateNoRoom') : t('shell.updateReady')}
      </span>
      {noRoom ? null : (
        <Button
          size="small"
          disabled={update.kind === 'applying'}
          onClick={() => {
            void applyUpdate()
          }}
        >
          {t('shell.updateNow')}
        </Button>
      )}
      <IconButton icon={X} label={t('shell.updateLater')} onClick={putOffUpdate} />
    </li>
  )
}
