import { expect, test } from 'vitest'
import { headerToName, nameToHeader } from './inbox'

test.each(['cat.jpg', 'a "quoted" näme, 猫.png', '<img onerror=alert(1)>.png', '\u202Egnp.exe'])(
  'the name %s comes back as it was',
  (name) => {
    expect(nameToHeader(name)).toMatch(/^[\x21-\x7e]+$/)
    expect(headerToName(nameToHeader(name))).toBe(name)
  },
)

test('a name that is no text, and a header that is no name, become one', () => {
  expect(headerToName(nameToHeader('half \uD83D pair'))).toBe('half \uFFFD pair')
  expect(headerToName('%E0%A4%A')).toBe('Picture')
  expect(headerToName(null)).toBe('Picture')
})
