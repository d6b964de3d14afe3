import { describe, expect, it } from 'vitest'
import { createClassPaths, NO_CLASS, safeName, UNREAD } from './safe-name'
import { npyHeader, npyTexts } from './npy'

describe('a name', () => {
  it.each([
    ['car', 'car'],
    ['a/b\\c:d', 'a_b_c_d'],
    ['..', '_'],
    ['con', '_con'],
    ['NUL.jpg', '_NUL.jpg'],
    ['ends. . ', 'ends'],
    ['cafe\u0301', 'caf\u00e9'],
    ['', '_'],
    ['console', 'console'],
    [`${'x'.repeat(300)}.jpeg`, `${'x'.repeat(80)}.jpeg`],
  ])('%j becomes %j on every file system', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })
})

it('gives each class a folder and each picture a name of its own, whatever the case', () => {
  const pathOf = createClassPaths()
  expect(
    [
      ['car', 'one/1.jpg'],
      ['car', 'two/1.JPG'],
      ['car', '1 (2).jpg'],
      ['Car?', '1.jpg'],
      ['car_', '1.jpg'],
      [NO_CLASS, '1.jpg'],
      [UNREAD, 'broken'],
      ['_none', '2.jpg'],
    ].map(([className = '', name = '']) => pathOf(className, name)),
  ).toEqual([
    'car/1.jpg',
    'car/1 (2).JPG',
    'car/1 (2) (2).jpg',
    'Car_/1.jpg',
    'car_ (2)/1.jpg',
    '_none/1.jpg',
    '_errors/broken',
    '_none/2.jpg',
  ])
})

it('names ten thousand pictures that are called the same without going through all before', () => {
  const pathOf = createClassPaths()
  const paths = Array.from({ length: 10_000 }, () => pathOf('car', 'image.png'))
  expect(new Set(paths).size).toBe(10_000)
  expect(paths.at(-1)).toBe('car/image (10000).png')
})

it('writes a header of NumPy whose length is a multiple of 64', () => {
  const header = npyHeader('<f4', [3, 512])
  expect(header.length % 64).toBe(0)
  expect(new TextDecoder('latin1').decode(header)).toContain("'shape': (3, 512), }")
  const [textHeader] = npyTexts(['a', '\u{1f697}b'])
  expect(new TextDecoder('latin1').decode(textHeader)).toContain("'descr': '<U2'")
})
