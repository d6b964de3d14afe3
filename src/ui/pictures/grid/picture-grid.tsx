import { BeyondModelNote } from './beyond-model-note'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react'
import { list } from '../../../words/en/pictures/list'
import { useMedia } from '../../primitives/use-media'
import { useActions, useApp, useAppState, useScreenStore, useWordsWith } from '../../context/ui-context'
import { gridGeometry } from './grid-geometry'
import { cardId, PictureCard } from './picture-card'
import { useGridKeys } from './use-grid-keys'
import { useRubberBand } from './use-rubber-band'
import { useScrolling } from './use-scrolling'

/** The inner width of an element, 0 until it is on the page. */
const useElementWidth = () => {
  const [width, setWidth] = useState(0)
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    setWidth(element.clientWidth)
    return () => observer.disconnect()
  }, [])
  return [ref, width] as const
}

/** Cards narrower than this, in px, have no room for a percentage beside their tag. */
const COMPACT = 112

/** Rows kept beside those on the screen, so that scrolling shows no gaps. */
const OVERSCAN = 3

const pressedCard = (event: MouseEvent): number | null => {
  const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
  const onControl = event.target instanceof Element && event.target.closest('button') !== null
  return card && !onControl ? Number(card.dataset.index) : null
}

interface PictureGridProps {
  /** One press opens a picture, where there is no room to show it beside the grid. */
  readonly openOnPress: boolean
}

/**
 * Many pictures. Only rows near the screen exist, so focus stays on the grid itself and names the cell in
 * focus by `aria-activedescendant`: it is never lost with a row that scrolls away.
 */
const Grid = ({ openOnPress }: PictureGridProps) => {
  const { t } = useWordsWith(list)
  const { select, setVisible } = useActions()
  const screen = useScreenStore()
  const { selectors } = useApp()
  // Looked up where focus is: a grid that scrolls is drawn alone, and would have the new focus in the order of before.
  const pictures = useAppState(selectors.shownPictures)
  const focusId = useAppState(({ selection }) => selection.focusId)
  const scroller = useRef<HTMLDivElement>(null)
  const [measure, width] = useElementWidth()
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element
      // A person who comes back from a large picture goes on with the keyboard where they were.
      if (document.activeElement === document.body) element?.focus({ preventScroll: true })
      return measure(element)
    },
    [measure],
  )
  const cardSize = useAppState(({ settings }) => settings.cardSize)
  const namesShown = useAppState(({ settings }) => settings.namesShown)
  const geometry = gridGeometry(width, cardSize, namesShown)
  const { columns, cellHeight, gap } = geometry

  const virtual = useVirtualizer({
    count: width === 0 ? 0 : Math.ceil(pictures.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => cellHeight,
    gap,
    paddingStart: gap,
    paddingEnd: gap,
    scrollPaddingStart: gap,
    scrollPaddingEnd: gap,
    overscan: OVERSCAN,
  })
  // The virtualiser remembers sizes by row; a new width makes all of them old.
  useEffect(() => {
    virtual.measure()
  }, [virtual, cellHeight, gap])

  const { startIndex = 0, endIndex = -1 } = virtual.range ?? {}
  // As one text, which stays the same while pictures are encoded: a frame more each time would cost as much as all else.
  const visible = pictures
    .slice(startIndex * columns, (endIndex + 1) * columns)
    .map(({ id }) => id)
    .join(' ')
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      setVisible(visible === '' ? [] : visible.split(' '))
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [visible, setVisible])

  const focusIndex = pictures.findIndex(({ id }) => id === focusId)
  useScrolling(virtual, focusId, focusIndex === -1 ? -1 : Math.floor(focusIndex / columns), columns)

  const rowsPerPage = Math.max(1, endIndex - startIndex)
  const onKeyDown = useGridKeys(columns, rowsPerPage)
  const dragsCards = useMedia('(pointer: fine)')
  const { band, handlers } = useRubberBand(() => pictures.map(({ id }) => id), geometry, dragsCards)
  const idAt = (event: MouseEvent) => {
    const index = pressedCard(event)
    return index === null ? undefined : pictures[index]?.id
  }

  return (
    <div
      ref={attach}
      role="grid"
      data-picture-grid
      data-compact={geometry.cellWidth < COMPACT || undefined}
      tabIndex={0}
      aria-label={t('pictures.grid')}
      aria-description={t('list.gridKeys')}
      aria-multiselectable
      aria-rowcount={Math.ceil(pictures.length / columns)}
      aria-colcount={columns}
      aria-activedescendant={focusIndex === -1 ? undefined : cardId(pictures[focusIndex]?.id ?? '')}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const id = idAt(event)
        if (id === undefined || band !== null) return
        const adding = event.ctrlKey || event.metaKey
        select(id, event.shiftKey ? 'range' : adding ? 'toggle' : 'only')
        if (openOnPress) screen.setState({ phoneShows: 'picture' })
      }}
      onDoubleClick={(event) => {
        if (idAt(event) !== undefined) screen.setState({ large: true, phoneShows: 'picture' })
      }}
      onDragStart={(event) => {
        const id = idAt(event)
        // With a key that adds to what is marked, a rubber band goes on.
        if (id === undefined || event.ctrlKey || event.metaKey || event.shiftKey) {
          event.preventDefault()
          return
        }
        // A drag without content is none in Firefox; nothing but the tags takes this type.
        event.dataTransfer.setData('application/x-taglens-picture', id)
        event.dataTransfer.effectAllowed = 'copy'
        screen.setState({ draggedPicture: id })
      }}
      onDragEnd={() => {
        screen.setState({ draggedPicture: null })
      }}
      {...handlers}
      className="group/grid scroll-y relative h-full select-none focus-visible:outline-none"
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((row) => (
          <div
            key={row.key}
            role="row"
            aria-rowindex={row.index + 1}
            className="absolute top-0 start-0 flex w-full contain-layout"
            style={{ height: row.size, transform: `translateY(${row.start}px)`, gap, paddingInline: gap }}
          >
            {Array.from({ length: columns }, (_, column) => {
              const index = row.index * columns + column
              const picture = pictures[index]
              return picture ? (
                <PictureCard
                  key={picture.id}
                  picture={picture}
                  index={index}
                  columnIndex={column}
                  draggable={dragsCards}
                />
              ) : (
                <span key={column} className="flex-1" />
              )
            })}
          </div>
        ))}
      </div>
      {band ? (
        <div
          aria-hidden
          className="pointer-events-none absolute rounded-small border border-accent bg-accent-soft"
          style={{
            insetInlineStart: band.start,
            top: band.top,
            width: band.end - band.start,
            height: band.bottom - band.top,
          }}
        />
      ) : null}
    </div>
  )
}

/** The grid, and above it what has to be said of many of its pictures alike. */
export const PictureGrid = (props: PictureGridProps) => (
  <div className="flex h-full min-h-0 flex-col">
    <BeyondModelNote />
    <div className="relative min-h-0 flex-1">
      <Grid {...props} />
    </div>
  </div>
)
