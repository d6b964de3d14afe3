import { useEffect, useRef } from 'react'
import type { Picture } from '../../../../state/app-state'
import { frameStyle } from '../frame-style'
import { lightPixels } from './draw-light'
import { FrameOverlay } from '../frame-overlay'
import { useScreen } from '../../../context/ui-context'
import { useRegions } from './use-regions'

interface RegionsOverlayProps {
  readonly picture: Picture
  /** Whether it lies over the picture, or over the model's view of it, which is the middle alone. */
  readonly over: 'picture' | 'view'
}

/** The whole of what it lies over. */
const ALL = { left: 0, top: 0, width: 1, height: 1 }

/**
 * Leaves light on what a label hangs on, and dims the rest: it reads on any picture and in any colour. Cells are drawn a
 * pixel each and smoothed by the browser as they are enlarged.
 */
export const RegionsOverlay = ({ picture, over }: RegionsOverlayProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { seen, heat, strength } = useRegions(picture)
  const outlined = useScreen(({ crops }) => crops)

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !seen || !heat) return
    context.putImageData(lightPixels(heat, seen.grid, strength), 0, 0)
  }, [seen, heat, strength])

  if (!seen || !heat || (over === 'view' && seen.crop !== null)) return null
  return (
    <>
      <canvas
        ref={canvas}
        width={seen.grid.columns}
        height={seen.grid.rows}
        aria-hidden
        className="pointer-events-none absolute animate-fade"
        style={frameStyle(over === 'view' ? ALL : seen.frame)}
      />
      {/* What lies beside a crop has no part in this, and is not light. */}
      {seen.crop !== null && !outlined ? <FrameOverlay frame={seen.frame} /> : null}
    </>
  )
}
