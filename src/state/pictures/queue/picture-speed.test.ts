import { expect, it } from 'vitest'
import { pictureSpeed } from './picture-speed'

it('is what the middle one of the newest pictures would give', () => {
  expect(pictureSpeed([50, 4000, 60, 40, 50])).toBe(20)
})

it('is not told from a picture or two', () => {
  expect(pictureSpeed([50, 60])).toBeNull()
})
