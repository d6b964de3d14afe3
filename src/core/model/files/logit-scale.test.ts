import { describe, expect, it } from 'vitest'
import type { Cosine } from '../../brands'
import { DEFAULT_RULES, judge } from '../../question/scoring/judge'
import { hubSource } from '../catalogue/model-names'
import { formatLogitScale, knownLogitScale, parseLogitScale } from './logit-scale'

const HOST = 'https://hub.example'

describe('a SigLIP known by name', () => {
  it.each([
    ['onnx-community/siglip2-base-patch16-224-ONNX', 0.12, 0.04],
    ['onnx-community/siglip2-base-patch16-224-ONNX', 0.14, 0.27],
    ['google/siglip2-base-patch16-224', 0.14, 0.27],
    ['Xenova/siglip-base-patch16-224', 0.12, 0.76],
    ['Xenova/siglip-base-patch16-224', 0.14, 0.97],
  ])('%s gives a cosine of %d a probability of %d', (id, cosine, probability) => {
    const own = knownLogitScale(hubSource(HOST, id))
    if (!own) throw new Error('not known')
    const scoring = {
      logitScale: own.scale,
      logitBias: own.bias,
      calibrated: true,
      activation: 'sigmoid',
      temperature: 1,
    } as const
    const [tag] = judge(
      [{ tag: 'dog', cosine: cosine as Cosine, threshold: null }],
      [],
      scoring,
      DEFAULT_RULES,
    ).ranking
    expect(tag?.probability).toBeCloseTo(probability, 2)
  })

  it('is known from a folder of its name, and nothing of a longer name is', () => {
    for (const path of ['models/siglip2-base-patch16-224/', 'google/siglip2-base-patch16-224/resolve/main'])
      expect(knownLogitScale({ kind: 'url', baseUrl: `https://x.example/${path}` })).not.toBeNull()
    for (const id of ['me/siglip2-base-patch16-224-food', 'google/siglip2-base-patch16-256'])
      expect(knownLogitScale(hubSource(HOST, id))).toBeNull()
  })
})

it('a scale is read back from its file, and what is none is refused', () => {
  const scale = { scale: 112.5, bias: -16.75 }
  expect(parseLogitScale(JSON.parse(formatLogitScale(scale)))).toEqual(scale)
  for (const json of [null, {}, { logit_scale: -1, logit_bias: 0 }, { logit_scale: 100, logit_bias: '0' }])
    expect(parseLogitScale(json)).toBeNull()
})
