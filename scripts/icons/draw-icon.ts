import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'

/** An icon of the installed app, drawn from the app's mark. */
interface Icon {
  readonly file: string
  /** Pixels of a side. */
  readonly size: number
  /** `full` covers the whole square, since the system cuts its own shape out of it; `mark` has its own corners. */
  readonly shape: 'mark' | 'full'
}

/** Every icon that the manifest and the page name. */
export const icons: readonly Icon[] = [
  { file: 'any-192.png', size: 192, shape: 'mark' },
  { file: 'any-512.png', size: 512, shape: 'mark' },
  { file: 'maskable-192.png', size: 192, shape: 'full' },
  { file: 'maskable-512.png', size: 512, shape: 'full' },
  { file: 'apple-180.png', size: 180, shape: 'full' },
]

const mark = readFileSync(path.join(import.meta.dirname, '../../src/ui/shell/top-bar/mark.svg'), 'utf8')

/**
 * The mark with its ground drawn out beyond the corners. What matters stays within the circle of 80 % that every
 * mask keeps: the viewfinder reaches 13.5 of 42 units from the middle, the circle 16.8.
 */
const fullBleed = mark
  .replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"')
  .replace('<rect width="32" height="32" rx="8"', '<rect x="-5" y="-5" width="42" height="42"')

/** Draws an icon as a PNG file. */
export const drawIcon = ({ size, shape }: Icon): Uint8Array =>
  new Resvg(shape === 'mark' ? mark : fullBleed, {
    fitTo: { mode: 'width', value: size },
    font: { loadSystemFonts: false },
  })
    .render()
    .asPng()
