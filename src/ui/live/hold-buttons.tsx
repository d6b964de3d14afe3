import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Live } from '../../state/live/live'
import { useAppState } from '../context/ui-context'
import { useAttempt } from '../parts/use-attempt'
import { classNames } from '../primitives/class-names'
import { CutText } from '../primitives/cut-text/cut-text'
import { Swatch } from '../primitives/swatch'
import { useLiveWords } from './use-live-words'

/** Tags that have a button; more would be a list of their own. */
const MOST_TAGS = 48

const isHoldKey = (key: string): boolean => key === ' ' || key === 'Enter'

/** Says what frames have become examples of. */
const HeldLine = ({ live }: { readonly live: Live }) => {
  const { t } = useLiveWords()
  const holding = useStore(live.store, (state) => state.holding)
  const tag = useAppState(({ tags }) => tags.find(({ id }) => id === holding?.tagId)?.text ?? '')
  return (
    <p aria-live="polite" className="min-h-5 text-12 text-muted">
      {holding && holding.count > 0 ? t('live.held', { count: holding.count, tag }) : t('live.hold')}
    </p>
  )
}

/**
 * The tags as buttons: as long as one is held, by pointer or by key, frames are kept as examples of it. A press without
 * either, as of a screen reader, holds it until the next.
 */
export const HoldButtons = ({ live }: { readonly live: Live }) => {
  const { t } = useLiveWords()
  const attempt = useAttempt()
  const tags = useAppState((state) => state.tags)
  const held = useStore(live.store, ({ holding }) => (holding?.isOn ? holding.tagId : null))
  const hasFrame = useStore(live.store, ({ picture }) => picture !== null)
  /** Of the press that is under way: its click is no press of its own. */
  const isPressed = useRef(false)
  const letGo = () => void attempt(live.letGo)
  // What is held when this goes is let go.
  useEffect(
    () => () => {
      void attempt(live.letGo)
    },
    [live, attempt],
  )
  if (tags.length === 0) return null
  const press = (tagId: string) => {
    isPressed.current = true
    live.hold(tagId)
  }
  return (
    <div className="grid shrink-0 gap-1.5">
      <HeldLine live={live} />
      <div
        role="group"
        aria-label={t('live.hold')}
        data-tip={t('live.holdTip')}
        className="flex max-h-24 flex-wrap gap-1.5 overflow-y-auto p-0.5"
      >
        {tags.slice(0, MOST_TAGS).map(({ id, text, hue }) => (
          <button
            key={id}
            type="button"
            aria-pressed={held === id}
            disabled={!hasFrame}
            onPointerDown={(event) => {
              if (event.button !== 0) return
              event.currentTarget.setPointerCapture(event.pointerId)
              press(id)
            }}
            onLostPointerCapture={letGo}
            onKeyDown={(event) => {
              if (!isHoldKey(event.key)) return
              event.preventDefault()
              if (!event.repeat) press(id)
            }}
            onKeyUp={(event) => {
              if (!isHoldKey(event.key)) return
              // Or Space would press it as well.
              event.preventDefault()
              letGo()
              isPressed.current = false
            }}
            onBlur={letGo}
            onClick={() => {
              if (!isPressed.current) {
                if (held === id) letGo()
                else live.hold(id)
              }
              isPressed.current = false
            }}
            onContextMenu={(event) => {
              // A long touch is a hold here.
              event.preventDefault()
            }}
            className={classNames(
              'inline-flex h-8 max-w-full min-w-0 touch-none items-center gap-1.5 rounded-full border border-line bg-card px-3 text-13 transition-colors duration-100 select-none touch:h-11 touch:px-4',
              'hover:border-control aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold disabled:opacity-45',
            )}
          >
            <Swatch hue={hue} />
            <CutText text={text} />
          </button>
        ))}
      </div>
    </div>
  )
}
