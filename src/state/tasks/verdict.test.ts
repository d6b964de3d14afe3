import { expect, it } from 'vitest'
import type { Probability } from '../../core/brands'
import type { PictureLabel } from './task'
import { toVerdict } from './verdict'

const label = (tag: string, accepted: boolean) => ({
  ...{ tagId: tag, tag, hue: 0, accepted },
  probability: 0.5 as Probability,
})
const dog = label('dog', true)
const cat = label('cat', true)
const car = label('car', false)

it.each([
  ['no label yet', [], false, null],
  ['one that fits', [dog, car], false, { kind: 'answer', labels: [dog] }],
  ['several that fit', [dog, cat, car], false, { kind: 'answer', labels: [dog, cat] }],
  ['none that fits', [car, label('bus', false)], false, { kind: 'none', nearest: car }],
  [
    'one for the rest',
    [label('other', true), car],
    false,
    { kind: 'answer', labels: [label('other', true)] },
  ],
  [
    'one for the rest, of which it is known what was found',
    [{ ...label('other', true), found: { tag: 'pizza', probability: 0.9 as Probability } }, car],
    false,
    {
      kind: 'answer',
      labels: [expect.objectContaining({ tagId: 'other', tag: 'pizza', probability: 0.9 }) as PictureLabel],
    },
  ],
  ['a picture that the model is not made for', [dog], true, { kind: 'cannot-tell' }],
  ['such a picture before it was looked at', [], true, null],
] as const)('%s', (_, labels, isBeyond, verdict) => {
  expect(toVerdict(labels, isBeyond)).toEqual(verdict)
})
