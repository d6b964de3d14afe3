import { Info, RefreshCw, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Notice } from '../../../state/app-state'
import { Button } from '../../primitives/button'
import { IconButton } from '../../primitives/icon-button'
import {
  useActions,
  useAppState,
  useScreenStore,
  useSite,
  useSiteState,
  useWords,
} from '../../context/ui-context'
import { classNames } from '../../primitives/class-names'
import { NoticeItem } from './notice-item'
import { SentNotice } from './sent-notice'
import { useGliding } from '../../primitives/gliding/use-gliding'
import { useSeenForASecond } from './use-seen-for-a-second'

/** A new version of the app, which waits for the person; unlike a toast it does not pass by itself. */
const UpdateNotice = () => {
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

/**
 * Another site that asks to use the engine; it waits for the person and does not pass by itself. That site may have
 * put the page into a frame, so it can only be allowed by somebody who had a second to see the question.
 */
const OriginNotice = () => {
  const { t } = useWords()
  const { allowOrigin, refuseOrigin } = useSite().actions
  const origin = useSiteState(({ askingOrigin }) => askingOrigin)
  const [notice, setNotice] = useState<HTMLLIElement | null>(null)
  const seen = useSeenForASecond(notice)
  if (origin === null) return null
  return (
    <NoticeItem ref={setNotice} icon={Info} text={t('shell.originAsks', { origin })}>
      <Button
        size="small"
        aria-disabled={!seen}
        className="aria-disabled:cursor-default aria-disabled:opacity-45"
        onClick={() => {
          if (seen) allowOrigin()
        }}
      >
        {t('shell.originAllow')}
      </Button>
      <Button size="small" variant="quiet" onClick={refuseOrigin}>
        {t('shell.originRefuse')}
      </Button>
    </NoticeItem>
  )
}

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
      passes={tone === 'info' && !stays}
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

/** Between notices and what lies below them, and as much above them, in px. */
const AROUND = 12

/**
 * Tells the lists of the page, as `--notices`, how much room notices take that do not pass by themselves: what scrolls
 * keeps that free at its end, so that none of it is covered for good.
 */
const reserveRoom = (element: HTMLElement | null): (() => void) | undefined => {
  if (element === null) return undefined
  const { style } = document.documentElement
  const observer = new ResizeObserver(() => {
    const covers = getComputedStyle(element).position === 'absolute'
    const stays = covers && element.querySelector('[data-stays]') !== null
    style.setProperty('--notices', `${stays ? element.offsetHeight + 2 * AROUND : 0}px`)
  })
  observer.observe(element)
  return () => {
    observer.disconnect()
    style.removeProperty('--notices')
  }
}

interface NoticeListProps {
  /** On a phone, where what stays has a place of its own: over the rest it would cover half of it. */
  readonly narrow?: boolean
}

/**
 * What happened elsewhere, over the end of the pictures, newest last; where controls stand below a large picture or one
 * that is looked into, over the picture's head.
 */
export const NoticeList = ({ narrow = false }: NoticeListProps) => {
  const { t } = useWords()
  const notices = useAppState((state) => state.notices)
  const [list] = useGliding<HTMLUListElement>({ duration: 160, growsUp: true })
  return (
    <div
      ref={reserveRoom}
      className={classNames(
        '@container pointer-events-none absolute inset-x-3 bottom-3 z-20',
        narrow
          ? 'group-has-[[data-why]]/middle:top-16 group-has-[[data-why]]/middle:bottom-auto has-[[data-stays]]:static has-[[data-stays]]:shrink-0 has-[[data-stays]]:border-t has-[[data-stays]]:border-line has-[[data-stays]]:px-3 has-[[data-stays]]:py-2'
          : 'group-has-[[data-large-view]]/middle:top-14 group-has-[[data-large-view]]/middle:bottom-auto',
      )}
    >
      <ul
        ref={list}
        data-notices
        aria-label={t('shell.notices')}
        aria-live="polite"
        className="flex flex-col items-center gap-2"
      >
        {notices.map((notice) => (
          <Toast key={notice.id} notice={notice} />
        ))}
        <SentNotice />
        <OriginNotice />
        <UpdateNotice />
      </ul>
    </div>
  )
}
