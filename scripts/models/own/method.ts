import type { TrainingSet } from '../../../src/core/tasks/own/training-set.ts'

/** Learns from examples and says of other vectors what they are: a row of probabilities each. */
export type Method = (set: TrainingSet, tests: Float32Array) => Float64Array

/** CLIP's own scale: what its words are multiplied by where nothing is fitted. */
export const CLIP_SCALE = 100
