import { expect, it } from 'vitest'
import type { Mark } from '../../../core/tasks/own/marks'
import { unitVector } from '../../../testing/fakes/fake-engine'
import { nearestExamples } from './nearest-examples'

const mark = (id: string, tagId: string, x: number, modelKey = 'model'): Mark => ({
  ...{ id, name: `${id}.png`, yes: [tagId], no: [] },
  encoded: { modelKey, embedding: unitVector(1, x, 0) },
})

it('the nearest examples of a tag are its reasons: neither the picture itself, nor another model’s', () => {
  const marks = [
    mark('far', 'ok', 5),
    mark('near', 'ok', 0.2),
    mark('itself', 'ok', 0),
    mark('other model', 'ok', 0.1, 'other'),
    mark('nearest', 'ok', 0.1),
    mark('fourth', 'ok', 9),
    mark('not ok', 'not', 0.05),
    { ...mark('unread', 'ok', 0), encoded: null },
  ]
  const picture = { sha256: 'itself', modelKey: 'model', embedding: unitVector(1, 0, 0) }
  expect(nearestExamples(marks, 'ok', picture).map(({ id }) => id)).toEqual(['nearest', 'near', 'far'])
  expect(nearestExamples(marks, 'not', picture)).toEqual([
    { id: 'not ok', name: 'not ok.png', isSeen: false },
  ])
})
