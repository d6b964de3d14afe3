import { describe, expect, it } from 'vitest'
import { mutateFile } from '../../../testing/pixels/mutate-file'
import { readOwnPicture } from '../../../testing/pixels/own-pictures'
import { type DecodedPicture, decodePicture } from '../decode/decode-picture'
import { decodeJpegXl } from './jpeg-xl/decode-jpeg-xl'

interface Golden {
  readonly width: number
  readonly height: number
  /** How far a byte may be off. */
  readonly distance: number
  /** R, G, B, A, deflated, in base64. */
  readonly rgba: string
}

/** What `scripts/formats/write-pictures.py` has had other programs make of the same files. */
const goldens = JSON.parse(await (await readOwnPicture('goldens.json')).text()) as Record<string, Golden>

const decode = (blob: Blob, name: string, limitMegapixels = 100) =>
  decodePicture(blob, { name, limitMegapixels, signal: new AbortController().signal })

/** In megapixels: the test pictures are larger, a half of each side is less than half of it. */
const LIMIT_OF_HALF = 0.0005

const unpack = async ({ rgba }: Golden): Promise<Uint8Array> => {
  const packed = await (await fetch(`data:application/octet-stream;base64,${rgba}`)).blob()
  const stream = packed.stream().pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const largestDifference = (expected: Uint8Array, seen: Uint8ClampedArray): number =>
  expected.reduce((largest, byte, i) => Math.max(largest, Math.abs(byte - seen[i]!)), 0)

/** R, G, B, A, upright: by a canvas where the decoder left the turning to who draws. */
const pixelsOf = async (decoded: DecodedPicture): Promise<Uint8ClampedArray> => {
  const { pixels, drawable } = decoded
  const { width, height } = pixels
  if (pixels.orientation.rotation !== 0) {
    const context = new OffscreenCanvas(width, height).getContext('2d')!
    context.drawImage(drawable, 0, 0)
    return context.getImageData(0, 0, width, height).data
  }
  const bytes = new Uint8Array(width * height * 4)
  await pixels.read({ x: 0, y: 0, width, height }, bytes, width * 4)
  for (let at = 0; at < bytes.length; at += 4) {
    if (pixels.opaque) bytes[at + 3] = 255
    if (pixels.order === 'bgr') bytes.subarray(at, at + 3).reverse()
  }
  return new Uint8ClampedArray(bytes)
}

describe('pictures that the browser does not read come to what Pillow, libheif and libjxl make of them', () => {
  it.each(Object.entries(goldens))('%s', async (name, golden) => {
    const limit = name.startsWith('reduced/') ? LIMIT_OF_HALF : undefined
    const outcome = await decode(await readOwnPicture(name), name, limit)
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    const { pixels, isShowable, close } = outcome.value
    const seen = await pixelsOf(outcome.value)
    close()
    // Chromium reads JPEG XL itself.
    expect([pixels.width, pixels.height, isShowable]).toEqual([
      ...[golden.width, golden.height],
      name.startsWith('jxl/'),
    ])
    expect(largestDifference(await unpack(golden), seen)).toBeLessThanOrEqual(golden.distance)
  })
})

describe('where a browser does not read JPEG XL', () => {
  const names = Object.keys(goldens).filter((name) => name.startsWith('jxl/'))

  it.each(names)('%s comes to the same', async (name) => {
    const golden = goldens[name]!
    const decoded = await decodeJpegXl(
      await readOwnPicture(name),
      () => false,
      () => undefined,
    )
    if (decoded.kind !== 'pixels') throw new Error(decoded.kind)
    expect([decoded.width, decoded.height]).toEqual([golden.width, golden.height])
    expect(largestDifference(await unpack(golden), decoded.rgba)).toBeLessThanOrEqual(golden.distance)
  })

  it('a damaged one is refused', async () => {
    const cut = (await readOwnPicture('jxl/lossy.jxl')).slice(0, 100)
    await expect(
      decodeJpegXl(
        cut,
        () => false,
        () => undefined,
      ),
    ).rejects.toThrow()
  })
})

describe('what cannot be read', () => {
  it.each([
    ['tiff/fax.tif', 'TIFF', 'unusual'],
    ['raw/no-preview.cr2', 'RAW', 'no-preview'],
  ])('%s says why', async (name, format, problem) => {
    const outcome = await decode(await readOwnPicture(name), name)
    const error = { code: 'IMAGE_DECODE_FAILED', name, format, problem }
    expect(outcome).toEqual({ kind: 'failed', error })
  })

  it.each(Object.keys(goldens))(
    '%s, cut in its middle, is damaged or comes to what is left',
    async (name) => {
      const whole = await readOwnPicture(name)
      const outcome = await decode(whole.slice(0, whole.size / 2), name)
      if (outcome.kind === 'done') outcome.value.close()
      else expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'IMAGE_DECODE_FAILED' } })
    },
  )

  const whole = Object.keys(goldens).filter((name) => !/^(raw|reduced)/.test(name))
  it.each(whole)('%s, over the limit, is refused', async (name) => {
    const outcome = await decode(await readOwnPicture(name), name, 0.0001)
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'IMAGE_TOO_LARGE' } })
  })
})

describe('mutated files end in a picture or a coded error', () => {
  it.each([
    'heic/turned.heic',
    'jxl/alpha.jxl',
    'raw/turned.cr2',
    'tiff/tiles-lzw.tif',
    'tiff/planes-deflate.tif',
  ])('%s', async (name) => {
    const whole = new Uint8Array(await (await readOwnPicture(name)).arrayBuffer())
    for (let seed = 1; seed <= 12; seed++) {
      const outcome = await decode(new Blob([mutateFile(whole, seed)]), name)
      if (outcome.kind === 'done') outcome.value.close()
      else
        expect(outcome).toMatchObject({
          error: { code: expect.stringMatching(/^IMAGE_|^OUT_OF_MEMORY$/) as string },
        })
    }
  })
})

describe('a damaged TIFF is damaged, and neither without end nor without measure', () => {
  // Of `npm run fuzz:pictures -- --seed 7`: by hand none is as unlucky.
  it.each([
    ['a table of LZW that leads nowhere', 'tiff/turned.tif', 7_000_116],
    ['one that leads in a circle', 'tiff/tiles-lzw.tif', 7_000_765],
    ['a strip that ends within a row', 'tiff/sixteen-bits.tif', 7_000_023],
  ])('%s', async (_, name, seed) => {
    const whole = new Uint8Array(await (await readOwnPicture(name)).arrayBuffer())
    const outcome = await decode(new Blob([mutateFile(whole, seed)]), name)
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'IMAGE_DECODE_FAILED' } })
  })
})

describe('a TIFF whose JPEG says that it is larger than its strip', () => {
  it('is damaged, before room is made for it', async () => {
    const bytes = new Uint8Array(await (await readOwnPicture('tiff/jpeg.tif')).arrayBuffer())
    const frame = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc0)
    // Height and width, 4.3 billion pixels.
    bytes.fill(0xff, frame + 5, frame + 9)
    const outcome = await decode(new Blob([bytes]), 'jpeg.tif')
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'IMAGE_DECODE_FAILED' } })
  })
})

describe('a JPEG that is too large to be decoded whole', () => {
  it('is decoded at half its size and keeps its own, upright', async () => {
    const outcome = await decode(await readOwnPicture('reduced/half.jpg'), 'half.jpg', LIMIT_OF_HALF)
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    const { width, height, reducedBy, close } = outcome.value
    close()
    expect({ width, height, reducedBy }).toEqual({ width: 20, height: 32, reducedBy: 2 })
  })

  it('is refused where it is progressive, which takes memory for all of it', async () => {
    const outcome = await decode(await readOwnPicture('reduced/progressive.jpg'), 'a.jpg', LIMIT_OF_HALF)
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'IMAGE_TOO_LARGE', progressive: true } })
  })
})

describe('an SVG', () => {
  const svg = (inner: string, size = 'width="32" height="16"') =>
    new Blob([`<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 32 16">${inner}</svg>`], {
      type: 'image/svg+xml',
    })
  const shapes =
    '<rect width="16" height="16" fill="red"/><circle cx="24" cy="8" r="6" fill="blue" fill-opacity=".5"/>'

  /** What the browser itself draws. */
  const drawn = async (picture: Blob): Promise<Uint8ClampedArray> => {
    const image = new Image()
    image.src = URL.createObjectURL(picture)
    await image.decode()
    URL.revokeObjectURL(image.src)
    const context = new OffscreenCanvas(1024, 512).getContext('2d')!
    context.drawImage(image, 0, 0, 1024, 512)
    return context.getImageData(0, 0, 1024, 512).data
  }

  it('is drawn as the browser draws it, 1,024 pixels long', async () => {
    const outcome = await decode(svg(shapes), 'shapes.svg')
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    const seen = await pixelsOf(outcome.value)
    outcome.value.close()
    const expected = await drawn(svg(shapes))
    expect(seen).toHaveLength(expected.length)
    // Edges are smoothed a little otherwise.
    const other = expected.filter((byte, i) => Math.abs(byte - seen[i]!) > 2).length
    expect(other / expected.length).toBeLessThan(0.003)
  })

  it('of text alone is refused, since nothing of it would be drawn', async () => {
    expect(await decode(svg('<text x="1" y="12">red car</text>'), 'text.svg')).toMatchObject({
      kind: 'failed',
      error: { code: 'IMAGE_DECODE_FAILED', problem: 'unusual' },
    })
  })

  it.each([
    ['a huge size', svg(shapes, 'width="1000000000" height="500000000"')],
    [
      'a script and files from elsewhere',
      svg(`<script>fetch('/asked')</script><image href="/asked"/>${shapes}`),
    ],
    ['no size', new Blob([`<svg xmlns="http://www.w3.org/2000/svg"><g>${shapes}</g></svg>`])],
  ])('with %s is drawn all the same, and nothing is asked for', async (_, picture) => {
    performance.clearResourceTimings()
    const outcome = await decode(picture, 'a.svg')
    expect(outcome.kind).toBe('done')
    if (outcome.kind !== 'done') return
    expect(Math.max(outcome.value.width, outcome.value.height)).toBe(1024)
    outcome.value.close()
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/asked'))).toEqual([])
  })
})
