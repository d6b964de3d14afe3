import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent as ReactKeyboardEvent } from 'react'
import type { Picture } from '../../../state/app-state'
import { Button } from '../../primitives/button'
import { IconButton } from '../../primitives/icon-button'
import { largeView } from '../../../words/en/pictures/large-view'
import { useActions, useApp, useAppState, useScreenStore, useWordsWith } from '../../context/ui-context'
import { DecisionBadge } from '../decision-badge'
import { focusedPicture } from '../focused-picture'
import { useReviewKeys } from '../use-review-keys'
import { BesideLine } from './beside-line'
import { LookControls } from './look-controls'
import { WhyLine } from './why-line'
import { ZoomStage, type ZoomKeys } from './zoom/zoom-stage'

interface LargeViewProps {
  readonly picture: Picture
  /** Whether there is a grid to return to. */
  readonly oneOfMany: boolean
  /** The keys that were pressed while this was on its way, given once. */
  readonly takeKeys: () => readonly KeyboardEventInit[]
}

/** One picture in the middle, as large as it goes. */
export const LargeView = ({ picture, oneOfMany, takeKeys }: LargeViewProps) => {
  const { t, format, direction } = useWordsWith(largeView)
  const { store, selectors } = useApp()
  const { moveFocus, removePictures, setVisible } = useActions()
  const screen = useScreenStore()
  const zoom = useRef<ZoomKeys>(null)
  const region = useRef<HTMLDivElement>(null)
  // As if they were pressed now, one after another: each is about what the one before has left.
  useEffect(() => {
    for (const pressed of takeKeys())
      region.current?.dispatchEvent(
        new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }),
      )
  }, [takeKeys])
  const review = useReviewKeys()
  const shown = useAppState(selectors.shownPictures)
  const index = shown.indexOf(picture)

  // The queue looks first at what is on the screen.
  useEffect(() => {
    setVisible([picture.id])
  }, [picture.id, setVisible])

  const close = () => {
    screen.setState({ large: false })
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => {
      moveFocus(direction === 'rtl' ? 1 : -1, 'only')
    },
    ArrowRight: () => {
      moveFocus(direction === 'rtl' ? -1 : 1, 'only')
    },
    Escape: close,
    ' ': close,
    Delete: () => {
      // Keys that were typed ahead come faster than the next one is drawn.
      const now = focusedPicture(store.getState())
      if (now) removePictures([now.id])
    },
    f: () => {
      screen.setState(({ frameShown }) => ({ frameShown: !frameShown }))
    },
    w: () => {
      screen.setState(({ why }) => ({ why: !why, whyOf: null }))
    },
    m: () => {
      screen.setState(({ modelView }) => ({ modelView: !modelView }))
    },
  }
  const onKeyDown = (event: ReactKeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof HTMLInputElement && event.key.startsWith('Arrow')) return
    const run = keys[event.key]
    if (review(event, true)) return
    if (zoom.current?.press(event.key)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    // On a button the space bar presses it.
    if (!run || (event.key === ' ' && event.target !== event.currentTarget)) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }

  return (
    // A region of its own keys, as a picture viewer has; every key has a button as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it takes the keys above
      tabIndex={0}
      aria-label={t('largeView.title')}
      aria-description={t('largeView.keys')}
      ref={(element) => {
        region.current = element
        if (oneOfMany && document.activeElement === document.body) element?.focus({ preventScroll: true })
      }}
      data-large-view
      onKeyDown={onKeyDown}
      className="@container flex h-full min-h-0 flex-col focus-visible:-outline-offset-2"
    >
      <div className="relative min-h-0 flex-1">
        <DecisionBadge picture={picture} className="absolute start-3 top-3 z-1 h-7 max-w-[60%] px-2.5" />
        <ZoomStage key={picture.id} ref={zoom} picture={picture} className="p-4 max-md:p-2" />
      </div>
      {/* Below the picture: over it, it would hide what it is about. */}
      <WhyLine picture={picture} className="scroll-y max-h-[45%] shrink-0 px-3 pb-2" />
      <BesideLine picture={picture} />
      <footer className="flex min-h-12 shrink-0 items-center justify-between gap-2 px-3 pb-2">
        {oneOfMany ? (
          <Button variant="quiet" size="small" onClick={close}>
            <ArrowLeft size={16} strokeWidth={1.75} aria-hidden className="rtl:-scale-x-100" />
            <span className="@max-lg:sr-only">{t('largeView.back')}</span>
          </Button>
        ) : (
          <span />
        )}
        <LookControls />
        {oneOfMany ? (
          <div className="flex items-center">
            <IconButton
              directed
              icon={ChevronLeft}
              label={t('pictures.previous')}
              disabled={index <= 0}
              onClick={() => {
                moveFocus(-1, 'only')
              }}
            />
            <span className="min-w-16 text-center text-12 text-muted tabular-nums">
              {t('pictures.place', {
                place: format.count(Math.max(0, index) + 1),
                total: format.count(shown.length),
              })}
            </span>
            <IconButton
              directed
              icon={ChevronRight}
              label={t('pictures.next')}
              disabled={index >= shown.length - 1}
              onClick={() => {
                moveFocus(1, 'only')
              }}
            />
          </div>
        ) : (
          <span />
        )}
      </footer>
    </div>
  )
}
