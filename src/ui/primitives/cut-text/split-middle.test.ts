import { expect, it } from 'vitest'
import { splitMiddle } from './split-middle'

it('leaves short names whole', () => {
  expect(splitMiddle('IMG_2031.jpg')).toEqual(['IMG_2031.jpg', ''])
})

it('keeps the end of a long name, where names of one camera differ', () => {
  expect(splitMiddle('holiday in the mountains 0042.jpeg')).toEqual([
    'holiday in the mountains ',
    '0042.jpeg',
  ])
})

it('never tears a character of several code points', () => {
  const [head, tail] = splitMiddle('aaaaaaaaaaaaaaaaaa👩‍👩‍👧bbbbbbbb')
  expect(tail).toBe('👩‍👩‍👧bbbbbbbb')
  expect(head).toBe('aaaaaaaaaaaaaaaaaa')
})
