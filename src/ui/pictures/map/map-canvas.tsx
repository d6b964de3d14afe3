import { useMemo, useRef, useState } from 'react'
import { nearestPoint } from '../../../core/desk/map/point-cells'
import { map as words } from '../../../words/en/pictures/map'
import { useActions, useApp, useWordsWith } from '../../context/ui-context'
import { useViews } from '../duplicates/use-views'
import { pixelsOf, toPlace, toStage, type MapLook, type Stage } from './map-look'
import { PointCard } from './point-card'
import { useDrawnMap, type Shown } from './use-drawn-map'
import { useMapPointer } from './use-map-pointer'

/** How near the pointer has to be to a point, in px. */
const NEAR_PX = 10

interface MapCanvasProps extends Shown {
  /** `true` where a drag draws round points. */
  readonly draws: boolean
  readonly onLook: (by: (look: MapLook) => MapLook) => void
}

/** The points, and what the pointer does with them. Who has none gets the same groups in the list beside it. */
export const MapCanvas = ({ draws, onLook, ...shown }: MapCanvasProps) => {
  const { t } = useWordsWith(words)
  const { map, look } = shown
  const views = useViews()
  const { store, selectors } = useApp()
  const { select } = useActions()
  const area = useRef<HTMLDivElement>(null)
  const [attach, stage] = useDrawnMap(shown)
  const [hovered, setHovered] = useState<number | null>(null)
  const pointAt = (at: { readonly x: number; readonly y: number }) =>
    nearestPoint(map, toPlace(look, stage, at), NEAR_PX / pixelsOf(look, stage))

  const line = useMapPointer(area, {
    draws,
    change: (by) => {
      onLook((before) => by(before, stage))
    },
    onHover: (at) => {
      setHovered(at && pointAt(at))
    },
    onPress: (at) => {
      const point = pointAt(at)
      const row = point === null ? undefined : map.rows[point]
      const picture = row === undefined ? undefined : selectors.rows.pictureAt(store.getState().pictures, row)
      if (picture) select(picture.id, 'only')
    },
    onLine: (drawn) => {
      const places = drawn.flatMap((at) => {
        const { x, y } = toPlace(look, stage, at)
        return [x, y]
      })
      views.showInside(Float32Array.from(places), t('map.drawnRound'))
    },
  })
  const row = hovered === null ? undefined : map.rows[hovered]
  const at = useMemo(
    () =>
      hovered === null ? null : toStage(look, stage, { x: map.x[hovered] ?? 0, y: map.y[hovered] ?? 0 }),
    [hovered, look, stage, map],
  )
  return (
    <div
      ref={area}
      className={`relative min-h-0 flex-1 touch-none overflow-hidden select-none ${draws ? 'cursor-crosshair' : hovered === null ? 'cursor-grab' : 'cursor-pointer'}`}
    >
      <div
        role="img"
        aria-label={t('map.points', { count: map.rows.length })}
        className="absolute inset-0 size-full"
      >
        <canvas ref={attach} aria-hidden className="size-full" />
      </div>
      <DrawnLine line={line} stage={stage} />
      {row !== undefined && at ? <PointCard row={row} at={at} stage={stage} /> : null}
    </div>
  )
}

interface DrawnLineProps {
  readonly line: readonly { readonly x: number; readonly y: number }[]
  readonly stage: Stage
}

/** What is being drawn round points. */
const DrawnLine = ({ line, stage }: DrawnLineProps) =>
  line.length < 2 ? null : (
    <svg
      aria-hidden
      viewBox={`0 0 ${stage.width} ${stage.height}`}
      className="pointer-events-none absolute inset-0 size-full"
    >
      <polygon
        points={line.map(({ x, y }) => `${x},${y}`).join(' ')}
        className="fill-accent-soft stroke-accent"
        strokeWidth={1.5}
        strokeDasharray="4 3"
      />
    </svg>
  )
