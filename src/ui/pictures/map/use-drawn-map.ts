import { useCallback, useEffect, useRef, useState } from 'react'
import { NO_KEY, type ListMap, type PointColours } from '../../../core/desk/map/list-map'
import { useAppState } from '../../context/ui-context'
import { useMedia } from '../../primitives/use-media'
import { drawPoints, type PointStyle } from './draw-points'
import type { MapLook, Stage } from './map-look'
import { readInks, styleOfHue } from './read-inks'
import type { MapKey } from './use-keys'

/** What of a map is drawn now. */
export interface Shown {
  readonly map: ListMap
  readonly colours: PointColours
  readonly keys: readonly MapKey[]
  readonly look: MapLook
  readonly group: number | null
}

const draw = (canvas: HTMLCanvasElement, stage: Stage, { map, colours, keys, look, group }: Shown): void => {
  const ratio = Math.min(2, devicePixelRatio)
  const [width, height] = [Math.round(stage.width * ratio), Math.round(stage.height * ratio)]
  if (width === 0 || height === 0) return
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
  }
  const context = canvas.getContext('2d')
  if (!context) return
  const inks = readInks(canvas.parentElement ?? document.body)
  const styles = keys.map(({ hue }): PointStyle => {
    if (hue === null) return { ink: inks.none, shape: 0 }
    const { colour, shape } = styleOfHue(hue)
    return { ink: inks.hues[colour] ?? inks.none, shape }
  })
  const image = context.createImageData(width, height)
  const pixels = new Uint32Array(image.data.buffer)
  pixels.fill(inks.ground)
  drawPoints(
    pixels,
    { width, height },
    {
      ...{ map, look, stage, ratio, group, rim: inks.ground },
      styles: [...styles, { ink: inks.none, shape: 0 }],
      styleOf: (point) => {
        const key = colours.byPoint[point] ?? NO_KEY
        return key === NO_KEY ? keys.length : key
      },
    },
  )
  context.putImageData(image, 0, 0)
}

/** Draws a map on a canvas, at most once a frame, and again where the theme changes. @returns the canvas's place and size. */
export const useDrawnMap = (shown: Shown) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [stage, setStage] = useState<Stage>({ width: 0, height: 0 })
  const theme = useAppState(({ settings }) => settings.theme)
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const hasContrast = useMedia('(prefers-contrast: more)')
  const attach = useCallback((element: HTMLCanvasElement | null) => {
    canvas.current = element
    if (element === null) return undefined
    const measure = () => {
      setStage({ width: element.clientWidth, height: element.clientHeight })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => {
      observer.disconnect()
    }
  }, [])
  const { map, colours, keys, look, group } = shown
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (canvas.current) draw(canvas.current, stage, { map, colours, keys, look, group })
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [stage, map, colours, keys, look, group, theme, isDark, hasContrast])
  return [attach, stage] as const
}
