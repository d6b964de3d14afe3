import { expect, it } from 'vitest'
import type { Bytes } from '../../brands'
import { weighWeights, type Scales } from './weigh-weights'

/** Of CLIP ViT-B/32, by its published files. */
const base: Scales = {
  rounded: 'int8',
  more: 150e6 as Bytes,
  tower: 176e6 as Bytes,
  memoryGigabytes: null,
  savesData: false,
}
const large: Partial<Scales> = { more: 427e6 as Bytes, tower: 608e6 as Bytes, memoryGigabytes: 8 }

it.each([
  ['a ViT-B on a plain machine', {}, 'finer'],
  ['a ViT-B for who saves data', { savesData: true }, 'smaller'],
  ['a ViT-B on a phone of one gigabyte', { memoryGigabytes: 1 }, 'smaller'],
  ['a ViT-B of which only fp32 is there', { more: 453e6 as Bytes, tower: 352e6 as Bytes }, 'smaller'],
  ['a host that tells no sizes', { more: null, tower: null }, 'smaller'],
  ['a ViT-L that rounds as it does by default', large, 'smaller'],
  ['a ViT-L that is to round less', { ...large, rounded: 'int16' }, 'finer'],
  ['the same with less memory', { ...large, rounded: 'int16', memoryGigabytes: 4 }, 'smaller'],
] as const)('%s', (_, change: Partial<Scales>, expected) => {
  expect(weighWeights({ ...base, ...change })).toBe(expected)
})
