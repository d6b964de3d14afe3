// In a browser, which has 16-bit floats of its own to compare with.
import { expect, it } from 'vitest'
import { fromHalfBits, toHalfBits } from '../../core/model/onnx/half-precision'

const every = Uint16Array.from({ length: 0x10000 }, (_, i) => i)

it('every half goes to its number and back', () => {
  const back = toHalfBits(fromHalfBits(every))
  const isNaNHalf = (half: number) => (half & 0x7c00) === 0x7c00 && (half & 0x3ff) !== 0
  expect([...every].filter((half) => !isNaNHalf(half) && back[half] !== half)).toEqual([])
  expect([...every].filter(isNaNHalf).every((half) => isNaNHalf(back[half] ?? 0))).toBe(true)
})

it.each([
  ['one', 1, 0x3c00],
  ['the largest half', 65504, 0x7bff],
  ['what is just too large', 65520, 0x7c00],
  ['what rounds down to the largest', 65519, 0x7bff],
  ['a third', 1 / 3, 0x3555],
  ['the smallest half', 2 ** -24, 0x0001],
  ['half of it, which goes to even', 2 ** -25, 0x0000],
  ['a little more', 2 ** -25 * 1.001, 0x0001],
  ['a middle that goes down to even', 1 + 2 ** -11, 0x3c00],
  ['a middle that goes up to even', 1 + 3 * 2 ** -11, 0x3c02],
  ['a carry into the exponent', 1.9999, 0x4000],
  ['the largest below the normal ones, carried up', 2 ** -14 * 0.99999, 0x0400],
  ['nothing below zero', -0, 0x8000],
])('%s', (_, value, bits) => {
  expect(toHalfBits(Float32Array.of(value))[0]).toBe(bits)
})

it.runIf('Float16Array' in globalThis)('is what the browser itself makes of random numbers', () => {
  const values = Float32Array.from({ length: 20_000 }, (_, i) => Math.sin(i * 12.9898) * 2 ** ((i % 48) - 28))
  const { Float16Array } = globalThis as unknown as {
    Float16Array: { from(values: Float32Array): { readonly buffer: ArrayBuffer } }
  }
  expect(toHalfBits(values)).toEqual(new Uint16Array(Float16Array.from(values).buffer))
})
