import { headProbabilities } from '../../../src/core/tasks/own/head.ts'
import { logitsToProbabilities } from '../../../src/core/tasks/own/linear/loss.ts'
import { timesTransposed, toDoubles } from '../../../src/core/tasks/own/linear/matrix.ts'
import { toSpace } from '../../../src/core/tasks/own/linear/space.ts'
import { groupNearDuplicates } from '../../../src/core/tasks/own/groups/near-duplicates.ts'
import { train } from '../../../src/core/tasks/own/train.ts'
import {
  classCount,
  exampleCount,
  labelOf,
  type TrainingSet,
} from '../../../src/core/tasks/own/training-set.ts'
import { CLIP_SCALE, type Method } from './method.ts'
import { smallNetwork } from './small-network.ts'
import { tipAdapter } from './tip-adapter.ts'

/** Learns to the end: near-duplicates are held out together, as in the classifier's worker, or each by itself. */
export const learn = (set: TrainingSet, together = true) => {
  const space = toSpace(set)
  const grouped = together ? { ...set, groups: groupNearDuplicates(set, space) } : set
  const work = train(grouped, space)
  let step = work.next()
  while (!step.done) step = work.next()
  return { ...step.value, set: grouped }
}

const softmaxOf = (scores: Float64Array, classes: number, scale: number): Float64Array =>
  logitsToProbabilities(
    'single',
    classes,
    scores.map((score) => score * scale),
  )

const words: Method = (set, tests) =>
  softmaxOf(timesTransposed(toDoubles(tests), toDoubles(set.words), set.width), classCount(set), CLIP_SCALE)

/** The nearest mean of a class's examples, by cosine. */
const classMean: Method = (set, tests) => {
  const { width } = set
  const means = new Float64Array(classCount(set) * width)
  for (let i = 0; i < exampleCount(set); i += 1) {
    const at = labelOf(set, i) * width
    for (let k = 0; k < width; k += 1)
      means[at + k] = (means[at + k] ?? 0) + (set.vectors[i * width + k] ?? 0)
  }
  for (let at = 0; at < means.length; at += width) {
    const row = means.subarray(at, at + width)
    const length = Math.hypot(...row)
    row.forEach((value, k) => {
      row[k] = value / length
    })
  }
  return softmaxOf(timesTransposed(toDoubles(tests), means, width), classCount(set), CLIP_SCALE)
}

const ours: Method = (set, tests) => headProbabilities(learn(set).head, tests)

/** Ours, with words that say nothing. */
const withoutWords: Method = (set, tests) =>
  ours({ ...set, words: new Float32Array(set.words.length) }, tests)

/** By their names in the tables. */
export const methods: ReadonlyMap<string, Method> = new Map([
  ['words only', words],
  ['class mean', classMean],
  ['Tip-Adapter, tuned', tipAdapter],
  ['small network', smallNetwork],
  ['head without words', withoutWords],
  ['**this head**', ours],
])
