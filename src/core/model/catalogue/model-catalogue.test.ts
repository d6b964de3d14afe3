import { describe, expect, it } from 'vitest'
import { towerPath } from '../files/tower-path'
import { estimateSize } from './estimate-size'
import { fixedLabelCatalogue } from './fixed-label-catalogue'
import { modelCatalogue } from './model-catalogue'
import { DEFAULT_HUB_ID, modelNames } from './model-names'

describe('the catalogue', () => {
  it('names each model once, the default first', () => {
    const ids = modelCatalogue.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids[0]).toBe(DEFAULT_HUB_ID)
    const offered = [...ids, ...fixedLabelCatalogue.map(({ id }) => id)]
    expect([...modelNames.keys()].sort()).toEqual(offered.sort())
    expect(new Set(modelNames.values()).size).toBe(offered.length)
  })

  it.each(modelCatalogue.map((model) => [model.id, model] as const))(
    'says of %s what can be',
    (id, model) => {
      expect(id).toMatch(/^[\w.-]+\/[\w.-]+$/)
      expect(model.imageNet.value).toBeGreaterThan(50)
      expect(model.imageNet.value).toBeLessThan(90)
      expect(model.parameters.value.tokens).toBeLessThan(model.parameters.value.text)
      expect(model.recipe.side).toBeGreaterThanOrEqual(224)
      for (const { source } of [model.parameters, model.imageNet, model.licence, ...model.variants])
        expect(source).toMatch(/^https:\/\/[\w.-]+\/\S+$/)
    },
  )

  it.each(modelCatalogue.map((model) => [model.id, model] as const))(
    'offers %s in files of its own for every precision, smaller ones smaller',
    (_id, { variants, parameters }) => {
      const paths = variants.flatMap(({ value: dtype }) => [
        towerPath('vision', dtype),
        towerPath('text', dtype),
      ])
      expect(new Set(paths).size).toBe(paths.length)
      for (const path of paths) expect(path).toMatch(/^onnx\/(vision|text)_model(_\w+)?\.onnx$/)
      const [fp32 = 0, fp16 = 0, q8 = 0] = (['fp32', 'fp16', 'q8'] as const).map((dtype) =>
        estimateSize(parameters.value, { vision: dtype, text: dtype }),
      )
      expect(fp32).toBeGreaterThan(fp16)
      expect(fp16).toBeGreaterThan(q8)
      expect(q8).toBeGreaterThan(0)
    },
  )
})

describe('an estimated size', () => {
  it.each([
    ['fp32', 605],
    ['fp16', 303],
    ['q8', 151],
  ] as const)('of ViT-B/32 in %s is about %d MB', (dtype, megabytes) => {
    const parameters = modelCatalogue[0]!.parameters.value
    expect(Math.round(estimateSize(parameters, { vision: dtype, text: dtype }) / 1e6)).toBe(megabytes)
  })

  it('in four bits keeps the token table at sixteen', () => {
    const dtype = { vision: 'q4f16', text: 'q4f16' } as const
    const size = estimateSize({ vision: 32, text: 42, tokens: 10, visionKind: 'transformer' }, dtype)
    expect(size).toBe(64 * 0.5625e6 + 20e6)
  })
})
