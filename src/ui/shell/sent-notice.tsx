import { Images, X } from 'lucide-react'
import { MOST_SENT } from '../../core/site/inbox'
import { Button } from '../primitives/button'
import { IconButton } from '../primitives/icon-button'
import { useSite, useSiteState, useWords } from '../ui-context'

/** Pictures that another app or site has sent: they wait for the person, and the question does not pass by itself. */
export const SentNotice = () => {
  const { t } = useWords()
  const { addSent, discardSent } = useSite().actions
  const sent = useSiteState((state) => state.sent)
  if (sent.kind === 'none') return null
  const isAsking = sent.kind === 'asking'
  return (
    <li className="pointer-events-auto flex min-h-11 max-w-full items-center gap-2.5 rounded-card bg-raised py-1.5 pe-1.5 ps-3.5 shadow-float">
      <Images size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
      <span className="min-w-0 pe-2 break-words">
        {isAsking ? t('shell.sentAsks', { count: sent.count }) : t('shell.sentRefused', MOST_SENT)}
        {isAsking && sent.leftOut > 0 ? ` ${t('shell.sentLeftOut', { count: sent.leftOut })}` : null}
      </span>
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
    </li>
  )
}
