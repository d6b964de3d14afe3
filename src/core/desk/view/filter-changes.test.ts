import { expect, it } from 'vitest'
import { NO_FILTER, onlyAnswer, toggleAnswer, withoutLabels, withRange } from './filter-changes'

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

it('has one range for a label, and none where it holds every score', () => {
  const car = withRange(toggleAnswer(NO_FILTER, 'car'), { label: 'car', least: 0.5, most: 1 })
  const narrower = withRange(car, { label: 'car', least: 0.5, most: 0.7 })
  expect(narrower).toEqual({ answers: ['car'], ranges: [{ label: 'car', least: 0.5, most: 0.7 }] })
  expect(withRange(narrower, { label: 'car', least: 0, most: 1 })).toEqual({ answers: ['car'], ranges: [] })
})

it('asks no longer for labels that are gone', () => {
  const filter = {
    answers: ['car', 'truck'],
    ranges: [{ label: 'car', least: 0.5, most: 1 }],
  }
  expect(withoutLabels(filter, new Set(['car']))).toEqual({ answers: ['truck'], ranges: [] })
  expect(withoutLabels(filter, new Set(['bus']))).toBe(filter)
})
