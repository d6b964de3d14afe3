import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visibleText } from './visible-text'

test.each([
  ['a tag that reads backwards', 'invoice\u202egnp.exe', 'invoicegnp.exe'],
  ['every mark of direction', '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069red', 'red'],
  ['controls, but for those that are space', 'a\0\x1b[31m\x7f\x9b\tb\nc', 'a[31m\tb\nc'],
  ['letters that show nothing', '\u200b\u00ad\u2060\u3164\u115f\ufeffred\u{e0041}\u{e0042}', 'red'],
  ['half a character', 'a\ud83db', 'a\ufffdb'],
])('%s becomes plain', (_, text, plain) => {
  expect(visibleText(text)).toBe(plain)
})

test.each([
  'می‌خواهم',
  'क्‍ष',
  '👩‍👩‍👧 ❤️',
  '葛\u{e0100}',
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  'سيارة, 汽车',
])('%s stays as it is', (text) => {
  expect(visibleText(text)).toBe(text)
})

test('what has passed once stays, and takes time in proportion to its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = visibleText(text)
      expect(visibleText(plain)).toBe(plain)
      expect(plain).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    }),
  )
  expect(visibleText('\u{1f3f4}\u{e0061}'.repeat(200_000))).toBe('\u{1f3f4}'.repeat(200_000))
})
