import { expect, it } from 'vitest'
import { NO_FILTER, onlyAnswer, toggleAnswer, withoutLabels } from './filter-changes'

it('shows only one answer, and all again by the same', () => {
  const car = onlyAnswer(NO_FILTER, 'car')
  expect(car.answers).toEqual(['car'])
  expect(onlyAnswer(car, 'car')).toEqual(NO_FILTER)
  expect(onlyAnswer(toggleAnswer(car, 'truck'), 'car').answers).toEqual(['car'])
})

it('adds answers to each other, and takes them away one by one', () => {
  const both = toggleAnswer(toggleAnswer(NO_FILTER, 'car'), 'truck')
  expect(both.answers).toEqual(['car', 'truck'])
  expect(toggleAnswer(both, 'car').answers).toEqual(['truck'])
})

it('asks no longer for labels that are gone', () => {
  const filter = {
    answers: ['car', 'truck'],
    ranges: [{ label: 'car', least: 0.5, most: 1 }],
  }
  expect(withoutLabels(filter, new Set(['car']))).toEqual({ answers: ['truck'], ranges: [] })
  expect(withoutLabels(filter, new Set(['bus']))).toBe(filter)
})
