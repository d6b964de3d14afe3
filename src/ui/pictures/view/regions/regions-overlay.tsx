import { useEffect, useRef } from 'react'
import type { Picture } from '../../../../state/app-state'
import { frameStyle } from '../frame-style'
import { lightPixels } from './draw-light'
import { FrameOverlay } from '../frame-overlay'
import { useScreen } from '../../../context/ui-context'
import { useRegions } from './use-regions'

/**
 * Leaves light on what a label hangs on, and dims the rest: it reads on any picture and in any colour. Cells are drawn a
 * pixel each and smoothed by the browser as they are enlarged.
 */
export const RegionsOverlay = ({ picture }: { readonly picture: Picture }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { seen, heat, strength } = useRegions(picture)
  const outlined = useScreen(({ crops }) => crops)

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !seen || !heat) return
    context.putImageData(lightPixels(heat, seen.grid, strength), 0, 0)
  }, [seen, heat, strength])

  if (!seen || !heat) return null
  return (
    <>
      <canvas
        ref={canvas}
        width={seen.grid.columns}
        height={seen.grid.rows}
        aria-hidden
        className="pointer-events-none absolute animate-fade"
        style={frameStyle(seen.frame)}
      />
      {/* What lies beside a crop has no part in this, and is not light. */}
      {seen.crop !== null && !outlined ? <FrameOverlay frame={seen.frame} /> : null}
    </>
  )
}
