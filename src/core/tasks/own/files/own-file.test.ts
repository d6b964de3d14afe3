import { describe, expect, it } from 'vitest'
import { clouds, normals } from '../../../../testing/clouds'
import { firstChoice, fitHead } from '../train'
import { LIMITS, writeOwnFile, type OwnEntries, type OwnFile } from './own-file'
import { readOwnFile } from './read-own-file'
import { SMALL_LIMITS, smallEntries, smallPath } from './small-pictures'

/** What says that it is a JPEG of this size, and some bytes that are its pixels. */
const jpegOf = (width: number, height: number, length = 300): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length).fill(0x55)
  bytes.set([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3])
  return bytes
}

const shaOf = (i: number): string => String(i).padStart(64, '0')

const makeFile = (): OwnFile => {
  const set = clouds({ perClass: 4, width: 16 })
  return {
    mode: 'single',
    model: { id: 'Xenova/clip-vit-base-patch32', revision: 'abc', recipe: 'clip', dtype: 'q8' },
    classes: ['ok', 'not ok', 'unclear'],
    examples: set.truth.map((c, i) => ({
      sha256: shaOf(i),
      name: `door ${i}.png`,
      yes: [c],
      no: [],
    })),
    width: 16,
    vectors: set.vectors,
    head: fitHead(set, firstChoice(set)),
    probes: set.vectors.slice(0, 8 * 16),
  }
}

/** The same with what two of its examples look like. */
const withSmall = (): OwnFile => ({
  ...makeFile(),
  small: new Map([
    [shaOf(0), jpegOf(96, 72)],
    [shaOf(5), jpegOf(60, 96)],
  ]),
})

const TEXTS = ['manifest.json', 'labels.json'] as const
const NUMBERS = ['head.f32', 'vectors.f32', smallPath(shaOf(0))] as const

/** The entries with another manifest. */
const withManifest = (entries: OwnEntries, change: Readonly<Record<string, unknown>>): OwnEntries => {
  const manifest = JSON.parse(entries['manifest.json']) as object
  return { ...entries, 'manifest.json': JSON.stringify({ ...manifest, ...change }) }
}

describe('a classifier as a file', () => {
  it('is read as it was written, and written again to the same bytes', () => {
    const file = makeFile()
    const entries = writeOwnFile(file)
    expect(readOwnFile(entries)).toEqual({ file })
    expect(writeOwnFile(file)).toEqual(entries)
  })

  it('is read as it was written without examples too', () => {
    const file: OwnFile = { ...makeFile(), examples: [], vectors: new Float32Array(0) }
    const entries = writeOwnFile(file)
    expect(readOwnFile(entries)).toEqual({ file })
    expect(readOwnFile(withManifest(entries, { schema: 1 }))).toEqual({ problem: 'damaged' })
    expect(readOwnFile(withManifest(writeOwnFile(makeFile()), { schema: 2 }))).toEqual({ problem: 'damaged' })
  })

  it('is refused by a word for what it is', () => {
    const entries = writeOwnFile(makeFile())
    const problemOf = (changed: OwnEntries) => {
      const read = readOwnFile(changed)
      return 'problem' in read ? read.problem : null
    }
    expect(problemOf({ ...entries, 'manifest.json': '{"name":"another"}' })).toBe('none')
    expect(problemOf(withManifest(entries, { schema: 3 }))).toBe('newer')
    expect(problemOf(withManifest(entries, { examples: LIMITS.examples + 1 }))).toBe('too-large')
    expect(problemOf(withManifest(entries, { classes: ['ok', 'ok', 'unclear'] }))).toBe('damaged')
    expect(problemOf(withManifest(entries, { classes: ['ok'] }))).toBe('damaged')
    expect(problemOf({ ...entries, 'vectors.f32': entries['vectors.f32'].slice(4) })).toBe('damaged')
    expect(problemOf({ ...entries, 'probes.f32': entries['vectors.f32'].slice(4) })).toBe('damaged')
    expect(problemOf({ ...entries, 'probes.f32': new Uint8Array(64) })).toBe('damaged')
    const loud = entries['vectors.f32'].slice()
    new DataView(loud.buffer).setFloat32(0, 3, true)
    expect(problemOf({ ...entries, 'vectors.f32': loud })).toBe('damaged')
    const labels = entries['labels.json']
    expect(problemOf({ ...entries, 'labels.json': labels.replace('"yes"', '"__proto__"') })).toBe('damaged')
  })

  it('holds what its examples look like where the person gives it away', () => {
    const file = withSmall()
    const entries = writeOwnFile(file)
    expect(readOwnFile(entries)).toEqual({ file })
    expect(Object.keys(entries)).toContain(`thumbs/${shaOf(5)}.jpg`)
    expect(Object.keys(writeOwnFile(makeFile())).join()).not.toContain('thumbs')
  })

  it.each([
    ['no JPEG', new TextEncoder().encode('<svg onload="alert(1)"/>')],
    ['a JPEG of too many pixels', jpegOf(SMALL_LIMITS.side + 1, 8)],
    ['a JPEG without any', jpegOf(0, 8)],
    ['too many bytes', jpegOf(96, 96, SMALL_LIMITS.bytes + 1)],
    ['cut off before its size', jpegOf(96, 96).slice(0, 8)],
    ['nothing', new Uint8Array(0)],
  ])('loses a small picture alone that is %s', (_, bytes) => {
    const entries = { ...writeOwnFile(withSmall()), [smallPath(shaOf(0))]: bytes }
    const file = withSmall()
    expect(readOwnFile(entries)).toEqual({ file: { ...file, small: new Map([[shaOf(5), jpegOf(60, 96)]]) } })
  })

  it('does not look at small pictures of what is no example', () => {
    const entries = { ...writeOwnFile(makeFile()), [smallPath(shaOf(999))]: jpegOf(9, 9) }
    expect(readOwnFile(entries)).toEqual({ file: makeFile() })
  })

  it('unpacks no small picture that is larger than one may be, twice there, or more than all may be', () => {
    const path = smallPath(shaOf(1))
    const sized = (size: number, at: string = path) => ({ path: at, size })
    const pathsOf = (entries: Parameters<typeof smallEntries>[0]) => [...smallEntries(entries).keys()]
    expect(smallEntries([sized(9), sized(7)])).toEqual(new Map([[path, sized(9)]]))
    expect(pathsOf([sized(SMALL_LIMITS.bytes + 1)])).toEqual([])
    expect(
      pathsOf([sized(9, `../${path}`), sized(9, 'thumbs/__proto__.jpg'), sized(9, 'thumbs/a/b.jpg')]),
    ).toEqual([])
    const many = Array.from({ length: 2000 }, (_, i) => sized(SMALL_LIMITS.bytes, smallPath(shaOf(i))))
    expect(pathsOf(many)).toHaveLength(SMALL_LIMITS.all / SMALL_LIMITS.bytes)
  })

  it('is a file or a problem, and never an error, however it is mangled', () => {
    const entries = writeOwnFile(withSmall())
    const normal = normals(11)
    const below = (count: number) => Math.floor(Math.abs(normal() * 1e6)) % count
    for (let i = 0; i < 200; i += 1) {
      const lengthOf = ({ length }: { readonly length: number }) => (i % 3 === 0 ? below(length) : length)
      const times = 1 + (i % 5)
      const mangled: { -readonly [Name in keyof OwnEntries]: OwnEntries[Name] } = { ...entries }
      if (i % 2 === 0) {
        const name = TEXTS[(i >> 1) % 2] ?? 'manifest.json'
        let text = entries[name].slice(0, lengthOf(entries[name]))
        for (let k = 0; k < times; k += 1) {
          const at = below(text.length + 1)
          text = text.slice(0, at) + String.fromCharCode(below(256)) + text.slice(at + 1)
        }
        mangled[name] = text
      } else {
        const name = NUMBERS[(i >> 1) % 3] ?? 'head.f32'
        const sound = entries[name] ?? new Uint8Array(0)
        const bytes = sound.slice(0, lengthOf(sound))
        for (let k = 0; k < times && bytes.length > 0; k += 1) bytes[below(bytes.length)] = below(256)
        mangled[name] = bytes
      }
      const read = readOwnFile(mangled)
      if ('problem' in read) expect(['none', 'newer', 'too-large', 'damaged']).toContain(read.problem)
      else {
        // What is read is sound, though a name or a number is another.
        expect(read.file.examples).toHaveLength(12)
        expect(read.file.vectors.every(Number.isFinite)).toBe(true)
        // A small picture that is mangled costs no other.
        expect(read.file.small?.get(shaOf(5))).toEqual(jpegOf(60, 96))
      }
    }
  })
})
