import { expect, it } from 'vitest'
import { toPrompt } from './prompt'

it('fills every slot with the tag as it was typed', () => {
  expect(toPrompt('a {} beside a {}', '$& and $1')).toBe('a $& and $1 beside a $& and $1')
})

it('leaves the tag alone with the bare template', () => {
  expect(toPrompt('{}', '{} twice')).toBe('{} twice')
})
