import { expect, it } from 'vitest'
import { archivePath } from './entry-paths'

it.each([
  ['day 1/a.jpg', 'day 1/a.jpg', false],
  ['./a.jpg', 'a.jpg', false],
  ['./cat/./b.jpg', 'cat/b.jpg', false],
  ['cat\\b.jpg', 'cat/b.jpg', false],
  ['.hidden/b..jpg', '.hidden/b..jpg', false],
  ['../../evil.jpg', '../../evil.jpg', true],
  ['cat\\..\\..\\evil.jpg', 'cat/../../evil.jpg', true],
  ['/abs.jpg', 'abs.jpg', true],
  ['C:\\win\\x.jpg', 'C:/win/x.jpg', true],
])('%j in an archive', (name, path, leadsOut) => {
  expect(archivePath(name)).toEqual({ path, leadsOut })
})
