import { expect, it } from 'vitest'
import { fixedLabelCatalogue } from './fixed-label-catalogue'
import { modelCatalogue } from './model-catalogue'

it('names each classifier once, and none that reads tags', () => {
  const ids = [...fixedLabelCatalogue, ...modelCatalogue].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it.each(fixedLabelCatalogue.map((model) => [model.id, model] as const))(
  'says of %s what can be',
  (id, model) => {
    expect(id).toMatch(/^[\w.-]+\/[\w.-]+$/)
    expect(model.parameters.value).toBeGreaterThan(0)
    expect(model.imageNet.value).toBeGreaterThan(50)
    expect(model.imageNet.value).toBeLessThan(92)
    for (const { source } of [model.parameters, model.imageNet, model.licence])
      expect(source).toMatch(/^https:\/\/[\w.-]+\/\S+$/)
  },
)
