import { describe, expect, it } from 'vitest'
import type { Bytes } from '../../brands'
import type { Dtype } from '../../runtime/runtime'
import { chooseFiles, totalSize } from './choose-files'
import { DESCRIPTION_FILES } from './model-files'
import { classifierPath, textVectorsPath, towerPath } from './tower-path'

const towers = (vision: readonly Dtype[], text: readonly Dtype[]) => [
  ...vision.map((dtype) => towerPath('vision', dtype)),
  ...text.map((dtype) => towerPath('text', dtype)),
]
const model = (vision: readonly Dtype[], text: readonly Dtype[] = vision) =>
  [...DESCRIPTION_FILES, 'README.md', 'onnx/model.onnx', ...towers(vision, text)].map((path) => ({ path }))

describe('chooseFiles', () => {
  it('takes each tower at the first precision that is there, and nothing else', () => {
    const chosen = chooseFiles(model(['fp32', 'q8'], ['fp16', 'fp32']), {
      vision: ['fp16', 'fp32'],
      text: ['q8', 'fp16', 'fp32'],
      classifier: [],
    })
    expect(chosen).toMatchObject({ kind: 'done', value: { dtype: { vision: 'fp32', text: 'fp16' } } })
    expect(chosen.kind === 'done' && chosen.value.files.map(({ path }) => path).sort()).toEqual(
      [...DESCRIPTION_FILES, 'onnx/text_model_fp16.onnx', 'onnx/vision_model.onnx'].sort(),
    )
  })

  it.each<[string, Dtype, readonly string[]]>([
    [
      'the vision tower, and vectors that stand in for the text tower',
      'q8',
      [
        ...['config.json', 'preprocessor_config.json', 'onnx/text_vectors_quantized.json'],
        'onnx/vision_model_quantized.onnx',
      ],
    ],
    [
      'the vision tower, where vectors are of another precision',
      'fp32',
      ['config.json', 'preprocessor_config.json', 'onnx/vision_model_quantized.onnx'],
    ],
  ])('has first: %s', (_, dtype, first) => {
    const chosen = chooseFiles([...model(['q8']), { path: textVectorsPath(dtype) }], {
      vision: ['q8'],
      text: ['q8'],
      classifier: [],
    })
    if (chosen.kind !== 'done') throw new Error('not chosen')
    expect(chosen.value.first.map(({ path }) => path).sort()).toEqual([...first].sort())
    expect(chosen.value.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([...first, ...DESCRIPTION_FILES, 'onnx/text_model_quantized.onnx']),
    )
  })

  it('takes the one graph of a classifier at the first precision that is there', () => {
    const files = [
      ...['config.json', 'preprocessor_config.json', 'README.md'],
      ...(['fp32', 'q8'] as const).map(classifierPath),
    ].map((path) => ({ path }))
    expect(
      chooseFiles(files, { vision: ['fp32'], text: ['fp32'], classifier: ['fp16', 'q8', 'fp32'] }),
    ).toEqual({
      kind: 'done',
      value: {
        dtype: { vision: 'q8', text: 'q8' },
        files: [
          { path: 'config.json' },
          { path: 'preprocessor_config.json' },
          { path: 'onnx/model_quantized.onnx' },
        ],
        first: expect.arrayContaining([{ path: 'onnx/model_quantized.onnx' }]) as unknown,
      },
    })
    expect(chooseFiles(files, { vision: ['q8'], text: ['q8'], classifier: ['q4'] })).toMatchObject({
      kind: 'failed',
      error: { code: 'UNSUPPORTED_MODEL' },
    })
  })

  it.each<[string, Parameters<typeof chooseFiles>, string, string]>([
    [
      'the tower',
      [model(['q8']), { vision: ['fp16'], text: ['q8'], classifier: [] }],
      'UNSUPPORTED_MODEL',
      'other-precision',
    ],
    [
      'the tower',
      [model(['q8'], []), { vision: ['q8'], text: ['q8'], classifier: [] }],
      'UNSUPPORTED_MODEL',
      'onnx/text_model.onnx',
    ],
    [
      'the file',
      [
        model(['q8']).filter(({ path }) => path !== 'tokenizer.json'),
        { vision: ['q8'], text: ['q8'], classifier: [] },
      ],
      'UNSUPPORTED_MODEL',
      'tokenizer.json',
    ],
  ])('names %s that is missing', (_, [files, wanted], code, named) => {
    const chosen = chooseFiles(files, wanted)
    expect(chosen).toMatchObject({ kind: 'failed', error: { code } })
    expect(JSON.stringify(chosen)).toContain(named)
  })
})

it('takes the weights that lie beside a graph, however many files they are', () => {
  const weights = ['_data', '_data_1', '_data_2'].map((ending) => ({
    path: `${towerPath('vision', 'fp16')}${ending}`,
  }))
  const wanted = { vision: ['fp16'], text: ['fp16'], classifier: [] } as const
  const chosen = chooseFiles([...model(['fp16', 'fp32']), ...weights], wanted)
  expect(chosen.kind === 'done' && chosen.value.files).toEqual(expect.arrayContaining(weights))
  expect(chosen.kind === 'done' && chosen.value.files).toHaveLength(DESCRIPTION_FILES.length + 2 + 3)
})

describe('totalSize', () => {
  it('adds up, and is unknown where one size is', () => {
    expect(totalSize([{ size: 2 as Bytes }, { size: 3 as Bytes }])).toBe(5)
    expect(totalSize([{ size: 2 as Bytes }, { size: null }])).toBeNull()
  })
})
