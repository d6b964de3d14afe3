import { useEffect, useRef } from 'react'
import { heatShares } from '../../../../core/question/regions/regions'
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
  const { seen, heat } = useRegions(picture)

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !seen || !heat) return
    const pixels = new ImageData(seen.grid.columns, seen.grid.rows)
    heatShares(heat).forEach((share, i) => {
      pixels.data.set([8, 10, 16, DARKEST * (1 - share) ** 1.5], i * 4)
    })
    context.putImageData(pixels, 0, 0)
  }, [seen, heat])

  if (!seen || !heat) return null
  return (
    <canvas
      ref={canvas}
      width={seen.grid.columns}
      height={seen.grid.rows}
      aria-hidden
      className="pointer-events-none absolute animate-fade"
      style={frameStyle(seen.frame)}
    />
  )
}
