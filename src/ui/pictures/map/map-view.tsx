import { Lasso, Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Colouring, ListMap } from '../../../core/desk/map/list-map'
import { map as words } from '../../../words/en/pictures/map'
import { useWordsWith } from '../../context/ui-context'
import { IconButton } from '../../primitives/icon-button'
import { LookLine } from '../duplicates/look-line'
import { useViews } from '../duplicates/use-views'
import { MapCanvas } from './map-canvas'
import { WHOLE, zoomBy, type MapLook } from './map-look'
import { MapSide } from './map-side'
import { useKeys } from './use-keys'

/** How much a press of a button changes the scale. */
const STEP = 1.6

/** The middle does not depend on the size of the stage. */
const ANY_STAGE = { width: 100, height: 100 }

const Points = ({ map }: { readonly map: ListMap }) => {
  const { t } = useWordsWith(words)
  const [colouring, setColouring] = useState<Colouring>('tag')
  const [look, setLook] = useState<MapLook>(WHOLE)
  const [draws, setDraws] = useState(false)
  const [group, setGroup] = useState<number | null>(null)
  const named = useKeys(map, colouring)
  // Made again at every change of the page; what is drawn stays as long as it says the same.
  const asText = JSON.stringify(named)
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const keys = useMemo(() => named, [asText])
  const zoom = (factor: number) => () => {
    setLook((before) => zoomBy(before, ANY_STAGE, factor))
  }
  return (
    <div className="@container h-full min-h-0">
      <div className="flex h-full min-h-0 flex-col @xl:flex-row">
        <div className="relative flex min-h-0 flex-1 flex-col">
          <div
            role="group"
            aria-label={t('map.tools')}
            className="absolute start-2 top-2 z-1 flex flex-col gap-0.5 rounded-control bg-raised p-0.5 shadow-float"
          >
            <IconButton
              icon={Lasso}
              label={t('map.draw')}
              aria-pressed={draws}
              onClick={() => {
                setDraws(!draws)
              }}
            />
            <IconButton icon={ZoomIn} label={t('map.zoomIn')} onClick={zoom(STEP)} />
            <IconButton
              icon={ZoomOut}
              label={t('map.zoomOut')}
              disabled={look.scale <= 1}
              onClick={zoom(1 / STEP)}
            />
            <IconButton
              icon={Maximize2}
              label={t('map.whole')}
              disabled={look.scale <= 1}
              onClick={() => {
                setLook(WHOLE)
              }}
            />
          </div>
          {/* Beside the tools: a point below them could not be pressed. */}
          <div className="ms-11 flex min-h-0 flex-1 flex-col touch:ms-14">
            <MapCanvas
              {...{ map, keys, look, group, draws }}
              colours={map.colours[colouring]}
              onLook={setLook}
            />
          </div>
        </div>
        <MapSide {...{ map, keys, colouring }} onPoint={setGroup} onColouring={setColouring} />
      </div>
    </div>
  )
}

/** Pictures as points, near each other where they look alike, in the place of their grid. */
export const MapView = () => {
  const { t } = useWordsWith(words)
  const { found, phase } = useStore(useViews().map)
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 flex-1">
        {found && found.rows.length > 0 ? (
          <Points map={found} />
        ) : found ? (
          <p role="status" className="flex h-full items-center justify-center p-6 text-muted">
            {t('map.empty')}
          </p>
        ) : null}
      </div>
      {found && found.unread > 0 ? (
        <p className="shrink-0 border-t border-line px-3 py-2 text-12 text-muted">
          {t('map.unread', { count: found.unread })}
        </p>
      ) : null}
      <LookLine phase={phase} looking={t('map.looking')} stopped={t('map.stopped')} />
    </div>
  )
}
