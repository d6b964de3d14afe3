import { baseName } from '../../../core/incoming/entry-paths'
import { useApp, useAppState, useWords } from '../../context/ui-context'
import { renditionOf } from '../rendition'
import { BlobImage } from '../../primitives/blob-image'
import { CutText } from '../../primitives/cut-text/cut-text'
import { Swatch } from '../../primitives/swatch'
import { usePictureOfRow } from '../duplicates/use-views'
import type { Stage } from './map-look'

/** Size of the card in px, and its distance from the point. */
const WIDTH = 160
const HEIGHT = 184
const AWAY = 12

interface PointCardProps {
  readonly row: number
  /** Where the point lies on the stage, in px. */
  readonly at: { readonly x: number; readonly y: number }
  readonly stage: Stage
}

/** The picture of a point that the pointer rests on, beside it and within the stage. */
export const PointCard = ({ row, at, stage }: PointCardProps) => {
  const { format } = useWords()
  const { selectors } = useApp()
  const picture = usePictureOfRow(row)
  const best = useAppState((state) => (picture ? selectors.labels(state, picture)[0] : undefined))
  const none = useAppState((state) => picture !== undefined && selectors.fitsNone(state, picture))
  if (!picture) return null
  const { phase, name } = picture
  const rendition = phase.kind === 'failed' && !picture.absent ? null : renditionOf(picture)
  const left = at.x + AWAY + WIDTH > stage.width ? at.x - AWAY - WIDTH : at.x + AWAY
  const top = Math.max(4, Math.min(stage.height - HEIGHT - 4, at.y - HEIGHT / 2))
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute z-1 overflow-hidden rounded-card bg-raised shadow-float"
      style={{ left: Math.max(4, left), top, width: WIDTH }}
    >
      <div className="h-30 bg-track">
        {rendition ? <BlobImage blob={rendition} alt="" className="size-full object-contain" /> : null}
      </div>
      <div className="px-2.5 py-1.5 text-12">
        <CutText text={baseName(name)} />
        {best && !none ? (
          <div className="flex items-center gap-1.5 font-medium">
            <Swatch hue={best.hue} />
            <CutText text={best.tag} className="flex-1" />
            {best.probability === null ? null : (
              <bdi dir="ltr" className="text-muted tabular-nums">
                {`${format.percent(best.probability)}\u202f%`}
              </bdi>
            )}
          </div>
        ) : null}
      </div>
    </div>
  )
}
