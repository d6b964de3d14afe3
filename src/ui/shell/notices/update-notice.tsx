import { RefreshCw, X } from 'lucide-react'
import { Button } from '../../primitives/button'
import { IconButton } from '../../primitives/icon-button'
import { useSite, useSiteState, useWords } from '../../context/ui-context'
import { NoticeItem } from './notice-item'

/** A new version of the app, which waits for the person; unlike a toast it does not pass by itself. */
export const UpdateNotice = () => {
  const { t } = useWords()
  const { applyUpdate, putOffUpdate } = useSite().actions
  const update = useSiteState((state) => state.update)
  if (update.kind === 'none') return null
  const noRoom = update.kind === 'no-room'
  return (
    <NoticeItem icon={RefreshCw} text={noRoom ? t('shell.updateNoRoom') : t('shell.updateReady')}>
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
    </NoticeItem>
  )
}
