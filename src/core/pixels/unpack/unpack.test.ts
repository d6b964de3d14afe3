import { describe, expect, it } from 'vitest'
import { unpackLzw } from './unpack-lzw'
import { unpackPackBits } from './unpack-packbits'

/** Packs as TIFF 6.0 says: codes of 9 to 12 bits, which grow one early, and a clear code when the table is full. */
const packLzw = (bytes: Uint8Array): Uint8Array => {
  const packed: number[] = []
  let [held, heldBits, bits] = [0, 0, 9]
  const put = (code: number) => {
    held = (held << bits) | code
    for (heldBits += bits; heldBits >= 8; heldBits -= 8) packed.push((held >> (heldBits - 8)) & 255)
    held &= (1 << heldBits) - 1
  }
  let codes = new Map<string, number>()
  const codeOf = (text: string) => (text.length === 1 ? text.charCodeAt(0) : codes.get(text))
  put(256)
  let text = ''
  for (const byte of bytes) {
    const longer = text + String.fromCharCode(byte)
    if (codeOf(longer) !== undefined) {
      text = longer
      continue
    }
    put(codeOf(text)!)
    codes.set(longer, 258 + codes.size)
    if (258 + codes.size >= 1 << bits) bits += 1
    if (codes.size === 4094 - 258) {
      put(256)
      codes = new Map()
      bits = 9
    }
    text = longer.slice(-1)
  }
  put(codeOf(text)!)
  put(257)
  packed.push((held << (8 - heldBits)) & 255)
  return Uint8Array.from(packed)
}

/** Bytes that repeat each other now and then, enough to fill the table a few times. */
const drawing = Uint8Array.from({ length: 60_000 }, (_, i) => ((i * 7919) % 251) & ((i >> 9) | 3))

describe('LZW', () => {
  it('comes to what was packed, across all widths of its codes', () => {
    expect(unpackLzw(packLzw(drawing), drawing.length)).toEqual(drawing)
  })

  it('ends at the room that there is, and where the bytes end', () => {
    const packed = packLzw(drawing)
    expect(unpackLzw(packed, 1000)).toEqual(drawing.subarray(0, 1000))
    const half = unpackLzw(packed.subarray(0, packed.length / 2), drawing.length)
    expect(half.length).toBeGreaterThan(10_000)
    expect(half).toEqual(drawing.subarray(0, half.length))
  })

  it('refuses a code that stands for nothing', () => {
    // Clear, then the first code that is still to be made.
    expect(() => unpackLzw(Uint8Array.of(0x80, 0x40, 0x80), 100)).toThrow()
  })

  it('ends on any bytes, whatever they say', () => {
    let state = 1
    const next = () => (state = (state * 48271) % 2147483647)
    for (let round = 0; round < 300; round += 1) {
      const bytes = Uint8Array.from({ length: 6000 }, () => (next() % 3 === 0 ? 0xff : next() % 256))
      try {
        expect(unpackLzw(bytes, 1e6).length).toBeLessThanOrEqual(1e6)
      } catch (error) {
        expect(error).not.toBeInstanceOf(RangeError)
      }
    }
  })
})

describe('PackBits', () => {
  it('comes to runs and to bytes as they are', () => {
    // Apple’s own example.
    const packed = [0xfe, 0xaa, 0x02, 0x80, 0x00, 0x2a, 0xfd, 0xaa, 0x03, 0x80, 0x00, 0x2a, 0x22, 0xf7, 0xaa]
    const unpacked = [
      ...[0xaa, 0xaa, 0xaa, 0x80, 0x00, 0x2a, 0xaa, 0xaa, 0xaa, 0xaa, 0x80, 0x00, 0x2a, 0x22],
      ...Array<number>(10).fill(0xaa),
    ]
    expect([...unpackPackBits(Uint8Array.from(packed), 100)]).toEqual(unpacked)
  })

  it('ends at the room that there is, and where the bytes end', () => {
    expect([...unpackPackBits(Uint8Array.of(0x81, 7, 0x81, 8), 130)]).toHaveLength(130)
    expect([...unpackPackBits(Uint8Array.of(5, 1, 2), 100)]).toEqual([1, 2])
    expect([...unpackPackBits(Uint8Array.of(0x80, 0, 3), 100)]).toEqual([3])
  })
})
