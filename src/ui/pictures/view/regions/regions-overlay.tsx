import { useEffect, useRef } from 'react'
import { CELLS, heatShares } from '../../../../core/question/regions/regions'
import type { Picture } from '../../../../state/app-state'
import { frameStyle } from '../frame-style'
import { useRegions } from './use-regions'

/** How dark the coldest cell is, of 255. */
const DARKEST = 190

/**
 * Leaves light on what a label hangs on, and dims the rest: it reads on any picture and in any colour. Cells are drawn a
 * pixel each and smoothed by the browser as they are enlarged.
 */
export const RegionsOverlay = ({ picture }: { readonly picture: Picture }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { phase, heat } = useRegions(picture)
  const frame = phase.kind === 'seen' && phase.id === picture.id ? phase.seen.frame : null

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !heat) return
    const pixels = new ImageData(CELLS, CELLS)
    heatShares(heat).forEach((share, i) => {
      pixels.data.set([8, 10, 16, DARKEST * (1 - share) ** 1.5], i * 4)
    })
    context.putImageData(pixels, 0, 0)
  }, [heat])

  if (!frame || !heat) return null
  return (
    <canvas
      ref={canvas}
      width={CELLS}
      height={CELLS}
      aria-hidden
      className="pointer-events-none absolute animate-fade"
      style={frameStyle(frame)}
    />
  )
}
