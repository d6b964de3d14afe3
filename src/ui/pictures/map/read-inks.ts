import type { Ink } from './draw-points'

/** Hues of tags. */
const HUES = 10

/** What the theme draws points with, as pixels. */
export interface Inks {
  readonly hues: readonly Ink[]
  /** Of points that nothing is known of. */
  readonly none: Ink
  readonly ground: Ink
}

/** Reads the theme's colours as pixels, by drawing with each: styles say them in spaces that pixels do not have. */
export const readInks = (within: HTMLElement): Inks => {
  const probe = document.createElement('span')
  probe.hidden = true
  within.append(probe)
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const inkOf = (property: string): Ink => {
    probe.style.color = `var(${property})`
    if (!context) return 0
    context.fillStyle = getComputedStyle(probe).color
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
    return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0
  }
  try {
    return {
      hues: Array.from({ length: HUES }, (_, hue) => inkOf(`--tag-${hue}`)),
      none: inkOf('--color-control'),
      ground: inkOf('--color-canvas'),
    }
  } finally {
    probe.remove()
  }
}

/** How a hue of a tag is drawn as a point: as many colours as there are, then the same in other shapes. */
export const styleOfHue = (hue: number): { readonly colour: number; readonly shape: number } => ({
  colour: hue % HUES,
  shape: Math.floor(hue / HUES) % 4,
})
