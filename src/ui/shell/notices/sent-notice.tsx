import { Images, X } from 'lucide-react'
import { MOST_SENT } from '../../../core/site/inbox'
import { Button } from '../../primitives/button'
import { IconButton } from '../../primitives/icon-button'
import { useSite, useSiteState, useWords } from '../../context/ui-context'
import { NoticeItem } from './notice-item'

/** Pictures that another app or site has sent: they wait for the person, and the question does not pass by itself. */
export const SentNotice = () => {
  const { t } = useWords()
  const { addSent, discardSent } = useSite().actions
  const sent = useSiteState((state) => state.sent)
  if (sent.kind === 'none') return null
  const isAsking = sent.kind === 'asking'
  return (
    <NoticeItem
      icon={Images}
      text={
        isAsking
          ? [
              t('shell.sentAsks', { count: sent.count }),
              ...(sent.leftOut > 0 ? [t('shell.sentLeftOut', { count: sent.leftOut })] : []),
            ].join(' ')
          : t('shell.sentRefused', MOST_SENT)
      }
    >
      {isAsking ? (
        <>
          <Button size="small" onClick={addSent}>
            {t('shell.sentAdd')}
          </Button>
          <Button size="small" variant="quiet" onClick={discardSent}>
            {t('shell.sentDiscard')}
          </Button>
        </>
      ) : (
        <IconButton icon={X} label={t('shell.dismiss')} onClick={discardSent} />
      )}
    </NoticeItem>
  )
}
