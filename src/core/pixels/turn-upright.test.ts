import { expect, it } from 'vitest'
import { orientations } from '../../testing/pixels/orientations'
import { turnUpright } from './turn-upright'

it.each(orientations)(
  'pixels stored by EXIF orientation $exif are set upright',
  ({ orientation, stored }) => {
    const codes = Uint32Array.from(stored.join(''), (letter) => letter.charCodeAt(0))
    const seen = new Uint32Array(turnUpright(new Uint8Array(codes.buffer), 3, 2, orientation).buffer)
    expect(String.fromCharCode(...seen)).toBe('abcdef')
  },
)
