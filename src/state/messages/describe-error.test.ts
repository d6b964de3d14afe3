import { expect, it } from 'vitest'
import type { InputProblem } from '../../core/errors/taglens-error'
import { createWords } from '../../words/create-words'
import { describeError } from './describe-error'

const nextOf = (problem: InputProblem) =>
  describeError(createWords().now(), { code: 'VALIDATION_ERROR', problem }).next

it('names the next step that helps: another copy, a smaller one, another version, or a change', () => {
  expect(nextOf({ kind: 'project-damaged', path: 'project.taglens' })).toBe('Choose another copy of it.')
  expect(nextOf({ kind: 'archive-too-full', path: 'all.zip' })).toBe('Choose a smaller one.')
  expect(nextOf({ kind: 'project-newer', path: 'project.taglens' })).toBe(
    'Reload the page to get that version.',
  )
  expect(nextOf({ kind: 'link-model', parameter: 'model' })).toBe('Change it and try again.')
})
