import { toCsv } from '../../core/views/csv'
import type { PictureLabel } from '../../state/tasks/task'
import { tagColour } from '../primitives/swatch'
import type { Wording } from '../../words/wording'

/** Pixels, of a picture that reads well in a chat and on a slide. */
const WIDTH = 960
const MOST_PICTURE_HEIGHT = 720
const MARGIN = 32
const ROW = 52
const BAR = 12
const MOST_ROWS = 8

/** Colours of the page as it looks now, read off an element, since a canvas knows no variables. */
const readColours = (rows: readonly PictureLabel[]) => {
  const probe = document.createElement('span')
  document.body.append(probe)
  const colourOf = (set: () => void): string => {
    probe.removeAttribute('style')
    // Where the page has transitions, however short, a colour that was just set reads as the one before.
    probe.style.transition = 'none'
    set()
    return getComputedStyle(probe).color
  }
  const named = (name: string) =>
    colourOf(() => {
      probe.style.color = `var(--color-${name})`
    })
  const colours = {
    card: named('card'),
    text: named('text'),
    muted: named('muted'),
    track: named('track'),
    bars: rows.map(({ hue }) =>
      colourOf(() => {
        for (const [name, value] of Object.entries(tagColour(hue).style))
          probe.style.setProperty(name, String(value))
        probe.style.color = 'var(--tag)'
      }),
    ),
    font: getComputedStyle(document.body).fontFamily,
  }
  probe.remove()
  return colours
}

/** A text no wider than there is room for. */
const fitted = (canvas: CanvasRenderingContext2D, text: string, room: number): string => {
  if (canvas.measureText(text).width <= room) return text
  const letters = Array.from(text)
  while (letters.length > 0 && canvas.measureText(`${letters.join('')}…`).width > room) letters.pop()
  return `${letters.join('')}…`
}

/**
 * Draws a picture with its best labels as bars below it, in the page's colours and direction.
 * @param picture that the browser can draw.
 * @param rows best first; the first eight are drawn. Where there are none, it says that the model cannot tell.
 * @returns a PNG.
 */
export const drawResult = async (
  picture: Blob,
  rows: readonly PictureLabel[],
  { t, format, direction }: Wording,
): Promise<Blob> => {
  const image = new Image()
  const address = URL.createObjectURL(picture)
  image.src = address
  try {
    await image.decode()
  } finally {
    URL.revokeObjectURL(address)
  }
  const shown = rows.slice(0, MOST_ROWS)
  const scale = Math.min(WIDTH / image.naturalWidth, MOST_PICTURE_HEIGHT / image.naturalHeight)
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale]
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = Math.round(height + MARGIN * 1.5 + Math.max(1, shown.length) * ROW)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas to draw on')
  const colours = readColours(shown)
  context.fillStyle = colours.card
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, (WIDTH - width) / 2, 0, width, height)

  const rightToLeft = direction === 'rtl'
  const [start, end] = rightToLeft ? [WIDTH - MARGIN, MARGIN] : [MARGIN, WIDTH - MARGIN]
  const room = WIDTH - 2 * MARGIN
  context.direction = direction
  const bar = (y: number, share: number, colour: string) => {
    context.fillStyle = colour
    context.beginPath()
    context.roundRect(rightToLeft ? start - room * share : start, y, room * share, BAR, BAR / 2)
    context.fill()
  }
  if (shown.length === 0) {
    context.font = `600 24px ${colours.font}`
    context.fillStyle = colours.text
    context.fillText(fitted(context, t('ranking.cannotTell'), room), start, height + MARGIN + 16)
  }
  for (const [i, { tag, probability }] of shown.entries()) {
    const y = height + MARGIN + i * ROW
    context.font = `${i === 0 ? 600 : 400} 24px ${colours.font}`
    context.fillStyle = colours.text
    context.textAlign = 'start'
    context.fillText(fitted(context, tag, room - 120), start, y + 16)
    if (probability === null) continue
    context.textAlign = 'end'
    context.fillStyle = i === 0 ? colours.text : colours.muted
    context.fillText(`${format.percent(probability)}\u202f%`, end, y + 16)
    bar(y + 26, 1, colours.track)
    // As on the page: what is next to nothing has no bar.
    if (probability >= 0.0005)
      bar(y + 26, Math.max(probability, BAR / room), colours.bars[i] ?? colours.muted)
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('the canvas gave no picture'))
    }, 'image/png')
  })
}

/** A result as a table: a row for each label, or one without where the model cannot tell. */
export const resultAsCsv = (name: string, rows: readonly PictureLabel[]): string =>
  toCsv([
    ['picture', 'rank', 'label', 'probability'],
    ...(rows.length === 0 ? [[name, null, null, null]] : []),
    ...rows.map(({ tag, probability }, i) => [name, i + 1, tag, probability]),
  ])
