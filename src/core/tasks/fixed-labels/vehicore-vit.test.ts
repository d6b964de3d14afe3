import { expect, it } from 'vitest'
import type { Probability } from '../../brands'
import { CATEGORIES } from './imagenet/category'
import { toVitAnswer } from './vehicore-vit'

const share = (value: number) => value as Probability
const classes = [
  { label: 'pickup, pickup truck', probability: share(0.6) },
  { label: 'jeep, landrover', probability: share(0.4) },
]

it('answers in VehiCore’s fields and order, the six categories best first', () => {
  const shares = [0.4, 0, 0, 0.6, 0, 0]
  const categories = CATEGORIES.map((category, i) => ({
    label: category,
    probability: share(shares[i] ?? 0),
  }))
  const answer = toVitAnswer({ classes, categories })
  expect(JSON.stringify(answer)).toBe(
    '{"result":"truck","confidence":0.6,"model":"vit","predictions":[' +
      '{"label":"truck","score":0.6},{"label":"car","score":0.4},{"label":"document","score":0},' +
      '{"label":"motorcycle","score":0},{"label":"person","score":0},{"label":"other","score":0}]}',
  )
})

it('answers in the model’s own labels where they are not ImageNet’s', () => {
  expect(toVitAnswer({ classes, categories: null })).toEqual({
    result: 'pickup, pickup truck',
    confidence: 0.6,
    model: 'vit',
    predictions: [
      { label: 'pickup, pickup truck', score: 0.6 },
      { label: 'jeep, landrover', score: 0.4 },
    ],
  })
})
