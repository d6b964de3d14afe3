import { Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Notice } from '../../../state/app-state'
import { Button } from '../../primitives/button'
import { IconButton } from '../../primitives/icon-button'
import { useActions, useAppState, useScreenStore, useWords } from '../../context/ui-context'
import { NoticeItem } from './notice-item'
import { OriginNotice } from './origin-notice'
import { SentNotice } from './sent-notice'
import { UpdateNotice } from './update-notice'
import { useGliding } from '../../primitives/use-gliding'

/** Long enough to read, to reach the button and to think. It stands still under the pointer or focus. */
const STAYS_MS = 10_000

const Toast = ({ notice }: { readonly notice: Notice }) => {
  const words = useWords()
  const { t } = words
  const { dismissNotice } = useActions()
  const screen = useScreenStore()
  const [held, setHeld] = useState(false)
  const { id, text, tone, code, action, otherwise, stays = false } = notice
  const passes = tone === 'info' && !stays && !held
  useEffect(() => {
    if (!passes) return
    const timer = setTimeout(dismissNotice, STAYS_MS, id)
    return () => {
      clearTimeout(timer)
    }
  }, [passes, dismissNotice, id])

  const hold = () => {
    setHeld(true)
  }
  const release = () => {
    setHeld(false)
  }
  return (
    // Holding it still takes nothing away from the keyboard: focus within does the same.
    <NoticeItem
      icon={tone === 'problem' ? TriangleAlert : Info}
      tone={tone}
      text={text(words)}
      code={code}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      {action ? (
        <Button
          size="small"
          onClick={() => {
            action.run?.()
            if ('opens' in action) screen.setState({ dialog: action.opens })
            dismissNotice(id)
          }}
        >
          {action.label(words)}
        </Button>
      ) : null}
      {otherwise ? (
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            dismissNotice(id)
          }}
        >
          {otherwise(words)}
        </Button>
      ) : (
        <IconButton
          icon={X}
          label={t('shell.dismiss')}
          onClick={() => {
            dismissNotice(id)
          }}
        />
      )}
    </NoticeItem>
  )
}

/** What happened elsewhere, above the status bar, newest last. */
export const Notices = () => {
  const { t } = useWords()
  const notices = useAppState((state) => state.notices)
  const [list] = useGliding<HTMLUListElement>({ duration: 160 })
  return (
    <ul
      ref={list}
      data-notices
      aria-label={t('shell.notices')}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 bottom-12 z-20 flex flex-col items-center gap-2 max-md:bottom-20 touch:bottom-16 max-md:touch:bottom-24"
    >
      {notices.map((notice) => (
        <Toast key={notice.id} notice={notice} />
      ))}
      <SentNotice />
      <OriginNotice />
      <UpdateNotice />
    </ul>
  )
}
