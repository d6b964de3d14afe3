import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readImageHeader } from './read-image-header'

/** Hex with spaces, or quoted text: `89 'PNG'`. */
const bytesOf = (source: string): Uint8Array =>
  Uint8Array.from(
    source
      .match(/'[^']*'|[0-9a-f]{2}/g)!
      .flatMap((part) =>
        part.startsWith("'")
          ? Array.from(part.slice(1, -1), (letter) => letter.charCodeAt(0))
          : [Number.parseInt(part, 16)],
      ),
  )

const png = "89 'PNG' 0d 0a 1a 0a 00 00 00 0d 'IHDR' 00 00 01 c3 00 00 01 2c 08 02 00 00 00"
const sof = 'ff c2 00 11 08 01 2c 01 c3 03 01 22 00 02 11 01 03 11 01'
const jpeg = `ff d8 ff e0 00 10 'JFIF' 00 01 01 00 00 01 00 01 00 00 ${sof}`
const avif =
  "00 00 00 14 'ftypmif1' 00 00 00 00 'avif' 00 00 00 3c 'meta' 00 00 00 00 00 00 00 30 'iprp' 00 00 00 28 'ipco'" +
  " 00 00 00 0c 'pixi' 00 00 00 00 00 00 00 14 'ispe' 00 00 00 00 00 00 01 c3 00 00 01 2c"

/** A TIFF of 451 x 300 with one more entry. */
const tiff = (entry: string) =>
  `'II*' 00 08 00 00 00 03 00 00 01 03 00 01 00 00 00 c3 01 00 00 01 01 03 00 01 00 00 00 2c 01 00 00 ${entry}`

const sized: readonly (readonly [string, string, string])[] = [
  ['a PNG', 'PNG', png],
  [
    "Apple's PNG",
    'PNG',
    "89 'PNG' 0d 0a 1a 0a 00 00 00 04 'CgBI' 50 00 20 06 00 00 00 00 00 00 00 0d 'IHDR' 00 00 01 c3 00 00 01 2c",
  ],
  ['a JPEG', 'JPEG', jpeg],
  ['a JPEG with junk between its segments', 'JPEG', `ff d8 ff fe 00 04 'hi' 'junk' ff ff ff 00 ff d0 ${sof}`],
  ['a JPEG whose tables come first', 'JPEG', `ff d8 ff c4 00 04 00 00 ff db 00 04 ff c0 ${sof}`],
  ['a lossy WebP', 'WebP', "'RIFF' 00 00 00 00 'WEBPVP8 ' 00 00 00 00 00 00 00 9d 01 2a c3 41 2c 81"],
  ['a lossless WebP', 'WebP', "'RIFF' 00 00 00 00 'WEBPVP8L' 00 00 00 00 2f c2 c1 4a 00"],
  ['an extended WebP', 'WebP', "'RIFF' 00 00 00 00 'WEBPVP8X' 0a 00 00 00 10 00 00 00 c2 01 00 2b 01 00"],
  ['a GIF', 'GIF', "'GIF89a' c3 01 2c 01 00 00 00 2c 00 00 00 00 01 00 01 00"],
  [
    'a GIF whose first frame is larger than its screen',
    'GIF',
    "'GIF89a' 01 00 01 00 80 00 00 00 00 00 00 00 00 21 f9 04 00 00 00 00 00 2c c0 01 00 00 03 00 2c 01",
  ],
  ['a BMP', 'BMP', `'BM' ${'00 '.repeat(12)} 28 00 00 00 c3 01 00 00 2c 01 00 00`],
  ['a BMP from the top down', 'BMP', `'BM' ${'00 '.repeat(12)} 28 00 00 00 c3 01 00 00 d4 fe ff ff`],
  ["OS/2's BMP", 'BMP', `'BM' ${'00 '.repeat(12)} 0c 00 00 00 c3 01 2c 01`],
  ['an icon, by the PNG in it', 'ICO', `00 00 01 00 01 00 10 10 ${'00 '.repeat(10)} 16 00 00 00 ${png}`],
  ['an AVIF', 'AVIF', avif],
  ['a HEIC', 'HEIC', avif.replace("'avif'", "'heic'")],
  ['a TIFF', 'TIFF', tiff('12 01 03 00 01 00 00 00 01 00 00 00')],
  ['a bare JPEG XL', 'JPEG XL', 'ff 0a 58 09 84 03'],
]

describe('readImageHeader', () => {
  it.each(sized)('reads the size of %s', (_, format, source) => {
    expect(readImageHeader(bytesOf(source))).toEqual({ kind: 'sized', format, width: 451, height: 300 })
  })

  it('reads a size that JPEG XL states in eights, as a ratio', () => {
    expect(readImageHeader(bytesOf('ff 0a cf 01'))).toMatchObject({ width: 128, height: 64 })
  })

  it.each([
    ['HTML', "'  <!DOCTYPE html><svg/>'"],
    ['XML', '\'<?xml version="1.0"?><kml/>\''],
    ['text', "'not an image'"],
    ['TIFF', "'MM' 00 '*' 00 00 00 08"],
    ['PSD', "'8BPS' 00 01"],
    ['PDF', "'%PDF-1.7'"],
    ['JPEG 2000', "00 00 00 0c 'jP  ' 0d 0a 87 0a"],
    ['MP4', "00 00 00 10 'ftypisom' 00 00 00 00"],
    ['ZIP', "'PK' 03 04"],
    ['unknown', '01 02 03 04'],
    ['empty', "''"],
  ])('names %s', (format, source) => {
    expect(readImageHeader(bytesOf(source))).toEqual({ kind: 'unsized', format })
  })

  it.each([
    ['SVG', '\'<svg xmlns="x"/>\''],
    ['SVG', `'<!-- ${'a licence '.repeat(1000)} --><svg/>'`],
    ['SVG', 'ef bb bf \'<?xml version="1.0"?><!-- a --> <svg/>\''],
    ["RAW (Canon's)", "'II*' 00 10 00 00 00 'CR'"],
    ["RAW (Canon's newer)", "00 00 00 10 'ftypcrx ' 00 00 00 01"],
    ["RAW (Fujifilm's)", "'FUJIFILMCCD-RAW 0201'"],
    ["RAW (Panasonic's)", "'IIU' 00"],
    ["RAW (DNG's)", tiff('12 c6 01 00 04 00 00 00 01 04 00 00')],
    ['RAW (what a sensor saw)', tiff('06 01 03 00 01 00 00 00 23 80 00 00')],
  ])('finds no size that bounds %s', (title, source) => {
    const format = title.slice(0, 3)
    expect(readImageHeader(bytesOf(source))).toEqual({ kind: 'boundless', format })
  })

  it('says where the size of a TIFF is to be found', () => {
    const bytes = bytesOf("'II*' 00 00 10 00 00 00 00 00 00 00 00 00 00")
    expect(readImageHeader(bytes)).toEqual({ kind: 'cut-off', format: 'TIFF', at: 4096 })
  })

  it('tells JPEGs whose rows come one after the other', () => {
    const baseline = bytesOf(jpeg.replace('ff c2', 'ff c0'))
    expect(readImageHeader(baseline)).toMatchObject({ kind: 'sized', reducible: true })
    expect(readImageHeader(bytesOf(jpeg))).not.toHaveProperty('reducible')
  })

  it.each(sized)('says of %s that it is cut off until the size is there', (_, format, source) => {
    const bytes = bytesOf(source)
    const kinds = new Set<string>()
    for (let length = Math.min(20, bytes.length - 1); length < bytes.length; length++) {
      const header = readImageHeader(bytes.subarray(0, length))
      kinds.add(header.kind)
      expect(header).toMatchObject(
        header.kind === 'sized' ? { width: 451, height: 300 } : { kind: 'cut-off', format },
      )
    }
    expect(kinds).toContain('cut-off')
  })

  it('finds no size in a JPEG without a frame', () => {
    const header = readImageHeader(bytesOf('ff d8 ff da 00 04 00 00'))
    expect(header).toEqual({ kind: 'unsized', format: 'JPEG' })
  })
})

/** A loop that did not end would end as a test that timed out. */
const expectHarmless = (bytes: Uint8Array): void => {
  const header = readImageHeader(bytes)
  if (header.kind !== 'sized') return
  for (const side of [header.width, header.height]) {
    expect(Number.isInteger(side) && side >= 0).toBe(true)
  }
}

describe('hostile bytes neither throw nor stall', () => {
  it('at random', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 4096 }), expectHarmless))
  })

  it('behind a valid beginning, cut anywhere and changed anywhere', () => {
    const change = fc.tuple(fc.nat(200), fc.nat(255))
    fc.assert(
      fc.property(
        fc.constantFrom(...sized),
        fc.array(change, { maxLength: 4 }),
        fc.uint8Array({ maxLength: 200 }),
        fc.nat(300),
        ([, , source], changes, tail, length) => {
          const bytes = Uint8Array.from([...bytesOf(source), ...tail]).subarray(0, length)
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
          expectHarmless(bytes)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('as a JPEG of four megabytes of junk', () => {
    const junk = new Uint8Array(4 * 2 ** 20)
    junk.set([0xff, 0xd8, 0xff])
    expectHarmless(junk)
    expectHarmless(junk.fill(0xff, 3))
  })

  it('as boxes in boxes in boxes', () => {
    const nested = new Uint8Array(2 ** 20)
    const view = new DataView(nested.buffer)
    nested.set(bytesOf("00 00 00 14 'ftypavif' 00 00 00 00 'avif'"))
    for (let at = 20; at + 12 <= nested.length; at += 12) {
      view.setUint32(at, nested.length - at)
      nested.set(bytesOf("'meta'"), at + 4)
    }
    expectHarmless(nested)
  })
})

const fixtures = path.join(import.meta.env.TAGLENS_SHARED, 'fixtures')
const missing = import.meta.env.TAGLENS_SHARED === '' || !existsSync(fixtures)
if (missing) console.warn('Skipped: the pictures of ../shared/fixtures are not on this machine.')

describe.skipIf(missing)('the nasty fixtures', () => {
  const measured = missing
    ? {}
    : (JSON.parse(readFileSync(path.join(fixtures, 'nasty_chromium.json'), 'utf8')) as Record<
        string,
        { bitmap: string }
      >)

  it.each(Object.entries(measured))('%s: the header agrees with the decoder', (name, { bitmap }) => {
    const bytes = readFileSync(path.join(fixtures, 'nasty', name))
    expectHarmless(bytes)
    const header = readImageHeader(bytes)
    const decoded = /^(\d+)x(\d+)$/.exec(bitmap)
    if (!decoded) return
    // The header's size is that before rotation.
    const sides = [Number(decoded[1]), Number(decoded[2])].sort((a, b) => a - b)
    expect(header.kind).toBe('sized')
    if (header.kind === 'sized') expect([header.width, header.height].sort((a, b) => a - b)).toEqual(sides)
  })
})
