import { expect, it } from 'vitest'
import { createWords } from '../../words/create-words'
import { describeTagChange } from './describe-tag-change'

const words = createWords().now()

it.each([
  [['cat'], [], 'Added “cat”.'],
  [['cat', 'dog'], [], 'Added 2 tags.'],
  [[], ['car'], '“car” was there already.'],
  [['cat'], ['car', 'truck'], 'Added “cat”. “car”, “truck” were there already.'],
  [[], ['a', 'b', 'c', 'd', 'e'], '“a”, “b”, “c” and 2 more were there already.'],
])('adding %j beside %j says: %s', (added, duplicates, text) => {
  expect(describeTagChange(words, { kind: 'changed', added, duplicates })).toBe(text)
})

it('an edit that changes nothing says nothing', () => {
  expect(describeTagChange(words, { kind: 'unchanged' })).toBe('')
})
