import { describe, expect, it } from 'vitest'
import { convertedFrom, findScale, headerLength, toLogitScale } from './base-weights'

describe('what a model was converted from', () => {
  const id = 'onnx-community/siglip2-base-patch16-256-ONNX'
  const base = 'google/siglip2-base-patch16-256'

  it.each([
    ['its config', { _name_or_path: base }, null],
    ['its card', {}, { cardData: { base_model: base } }],
    ['its card’s list', {}, { cardData: { base_model: ['google/other', base] } }],
  ])('is named by %s', (_, config, about) => {
    expect(convertedFrom(id, config, about)).toBe(base)
  })

  it.each([
    ['nothing says it', {}, {}],
    [
      'it was trained further, and so has another name',
      { _name_or_path: 'google/siglip2-base-patch16-224' },
      {},
    ],
    ['it names itself', { _name_or_path: id }, {}],
    ['the name is a folder of somebody’s', { _name_or_path: '/models/siglip2-base-patch16-256' }, {}],
    ['the name climbs', { _name_or_path: '../siglip2-base-patch16-256' }, {}],
    ['the files are none', 'hello', [7]],
  ])('is not known where %s', (_, config, about) => {
    expect(convertedFrom(id, config, about)).toBeNull()
  })
})

describe('the header of weights', () => {
  const number = (data_offsets: unknown, dtype = 'F32') => ({ dtype, shape: [1], data_offsets })

  it('says how long it is, and where scale and bias are', () => {
    expect(headerLength(new Uint8Array([0x20, 1, 0, 0, 0, 0, 0, 0, 123]))).toBe(288)
    const header = { logit_scale: number([4, 8]), logit_bias: number([0, 4]), other: number([8, 800]) }
    expect(findScale(header, 296)).toEqual({ scale: 300, bias: 296 })
  })

  it.each([
    ['one is missing', { logit_scale: number([0, 4]) }],
    ['it is of 16 bits', { logit_scale: number([0, 2], 'BF16'), logit_bias: number([2, 4], 'BF16') }],
    ['its place is none', { logit_scale: number([-4, 0]), logit_bias: number('x') }],
    ['it is no header', null],
  ])('gives none where %s', (_, header) => {
    expect(findScale(header, 8)).toBeNull()
  })
})

it('the scale is the exponential of the weight; what no model can have is none', () => {
  const bytes = (value: number) => new Uint8Array(new Float32Array([value]).buffer)
  expect(toLogitScale(bytes(Math.log(112.5)), bytes(-16.75))).toEqual({
    scale: expect.closeTo(112.5, 3) as number,
    bias: -16.75,
  })
  expect(toLogitScale(bytes(60), bytes(-16))).toBeNull()
  expect(toLogitScale(bytes(4.7), bytes(NaN))).toBeNull()
})
