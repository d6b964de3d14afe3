import { describe, expect, it } from 'vitest'
import { clouds } from '../../../../testing/clouds'
import { train } from '../train'
import type { TrainingSet } from '../training-set'
import { findingsOf } from './findings'

const found = (set: TrainingSet, ids: readonly string[] = set.groups) => {
  const work = train(set)
  let step = work.next()
  while (!step.done) step = work.next()
  return findingsOf(set, step.value.heldOut, ids)
}

/** The set with the labels of some examples given to the next class. */
const mislabelled = (set: TrainingSet, examples: readonly number[]): TrainingSet => {
  const labels = set.labels.slice()
  for (const i of examples) {
    const row = labels.subarray(i * 3, i * 3 + 3)
    const truth = row.indexOf(1)
    row.fill(0)
    row[(truth + 1) % 3] = 1
  }
  return { ...set, labels }
}

describe('what held-out examples say of single pictures', () => {
  it('names those under a wrong tag, and no others', () => {
    const set = clouds({ perClass: 12 })
    expect(found(set).suspects).toEqual([])
    const wrong = [3, 20, 30]
    expect([...found(mislabelled(set, wrong)).suspects].sort()).toEqual(
      wrong.map((i) => `picture ${i}`).sort(),
    )
  })

  it('suspects no label where the answers themselves are not to be trusted', () => {
    const { suspects, answers } = found(clouds({ perClass: 12, noise: 8, width: 48 }))
    expect(answers.filter(({ truth, answer }) => truth !== answer).length).toBeGreaterThan(5)
    expect(suspects).toEqual([])
  })

  it('lists pictures that count as one, and one answer for each example', () => {
    const set = clouds({ perClass: 6 })
    const groups = set.groups.map((group, i) => (i === 1 ? 'picture 0' : group))
    const { alike, answers } = found({ ...set, groups }, set.groups)
    expect(alike).toEqual([['picture 0', 'picture 1']])
    expect(answers.map(({ id }) => id)).toEqual(set.groups)
  })
})
