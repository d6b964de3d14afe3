import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutModel } from './lay-out-model'
import { CLASSIFIER_DESCRIPTION_FILES, completeDtypes, DESCRIPTION_FILES } from './model-files'

const model = (
  root: string,
  towers: readonly string[] = ['onnx/vision_model.onnx', 'onnx/text_model.onnx'],
) => [...DESCRIPTION_FILES, ...towers].map((path) => root + path)

describe('layOutModel', () => {
  it('prefers a whole model to a higher one that is not', () => {
    const found = layOutModel(['config.json', ...model('a/b/clip/')])
    expect(found).toMatchObject({ name: 'clip' })
  })

  it('takes the highest of two whole models', () => {
    expect(layOutModel([...model('all/deep/er/'), ...model('all/clip/')])).toMatchObject({ name: 'clip' })
  })

  it('names what is missing of the model that was meant', () => {
    expect(layOutModel(model('clip/', ['onnx/vision_model_fp16.onnx']))).toEqual({
      kind: 'missing',
      path: 'onnx/text_model.onnx',
    })
    expect(layOutModel(['clip/weights.bin'])).toEqual({ kind: 'missing', path: 'config.json' })
  })

  it('refuses a list with one path that leads out, wherever it is', () => {
    const hostile = fc.constantFrom('../x', '/x', 'a/../../x', 'C:/x', 'a\\b', './x')
    fc.assert(
      fc.property(hostile, fc.nat(model('').length), (path, at) => {
        expect(layOutModel(model('').toSpliced(at, 0, path))).toEqual({ kind: 'hostile', path })
      }),
    )
  })
})

describe('a classifier', () => {
  const files = [...CLASSIFIER_DESCRIPTION_FILES, 'onnx/model_quantized.onnx']

  it('is whole with one graph and without a tokenizer', () => {
    const found = layOutModel(files.map((path) => `vit/${path}`))
    expect('broughtPathByPath' in found && [...found.broughtPathByPath.keys()]).toEqual(files)
    expect(completeDtypes(new Set(files))).toEqual(['q8'])
  })

  it('is none where there is a tower: a graph of both towers is left out', () => {
    const clip = [...DESCRIPTION_FILES, 'onnx/vision_model.onnx', 'onnx/text_model.onnx']
    const found = layOutModel([...clip, 'onnx/model.onnx'])
    expect('broughtPathByPath' in found && [...found.broughtPathByPath.keys()]).not.toContain(
      'onnx/model.onnx',
    )
    expect(completeDtypes(new Set([...clip, 'onnx/model_quantized.onnx']))).toEqual(['fp32'])
  })
})
