import { describe, expect, it } from 'vitest'
import { isClassifierConfig, parseClassifierConfig } from './classifier-config'

const vit = {
  architectures: ['ViTForImageClassification'],
  model_type: 'vit',
  id2label: { '0': 'tench, Tinca tinca', '1': 'goldfish', '2': 'great white shark' },
}
const parse = (json: unknown) => parseClassifierConfig(json, 'config.json')

describe('a config.json is a classifier’s', () => {
  it.each([
    ['by its class', vit, true],
    ['by its class with a second head', { architectures: ['DeiTForImageClassificationWithTeacher'] }, true],
    ['by its labels, where no class is named', { id2label: vit.id2label }, true],
    ['not where it is CLIP', { architectures: ['CLIPModel'], id2label: vit.id2label }, false],
    ['not where it has a text tower', { id2label: vit.id2label, text_config: {} }, false],
    ['not where it says nothing', {}, false],
    ['not where it is no object', 'hello', false],
  ])('%s', (_, json, expected) => {
    expect(isClassifierConfig(json)).toBe(expected)
  })
})

describe('parseClassifierConfig', () => {
  it('lists the labels in the order of the output, whatever the file’s', () => {
    const id2label = { '2': 'c', '0': 'a', '1': 'b' }
    expect(parse({ ...vit, id2label })).toMatchObject({ kind: 'done', value: { labels: ['a', 'b', 'c'] } })
  })

  it.each([
    ['no labels', { ...vit, id2label: undefined }, 'MODEL_CORRUPT'],
    ['a number left out', { ...vit, id2label: { '0': 'a', '2': 'c' } }, 'MODEL_CORRUPT'],
    ['one label', { ...vit, id2label: { '0': 'a' } }, 'MODEL_CORRUPT'],
    ['names for numbers', { ...vit, id2label: { a: 'a', b: 'b' } }, 'MODEL_CORRUPT'],
    ['a label that is no text', { ...vit, id2label: { '0': 'a', '1': 7 } }, 'MODEL_CORRUPT'],
    [
      'labels beside one another',
      { ...vit, problem_type: 'multi_label_classification' },
      'UNSUPPORTED_MODEL',
    ],
    ['amounts', { ...vit, problem_type: 'regression' }, 'UNSUPPORTED_MODEL'],
    [
      'more labels than are kept for every picture',
      { ...vit, id2label: Object.fromEntries(Array.from({ length: 25_001 }, (_, i) => [i, `label ${i}`])) },
      'UNSUPPORTED_MODEL',
    ],
  ])('refuses %s', (_, json, code) => {
    expect(parse(json)).toMatchObject({ kind: 'failed', error: { code } })
  })

  it('says the first of many things that are wrong, and no more', () => {
    const id2label = Object.fromEntries(Array.from({ length: 21_841 }, (_, i) => [i, null]))
    expect(JSON.stringify(parse({ ...vit, id2label })).length).toBeLessThan(400)
  })
})
