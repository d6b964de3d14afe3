import type { Bytes, Milliseconds } from '../core/brands'
import type { FixedLabelModel } from '../core/tasks/fixed-labels/model'
import type { ZeroShotModel } from '../core/tasks/zero-shot/model'

/** A model as it is after loading, with whatever a test cares about in place of the ordinary. */
export const createLoadedModel = (change: Partial<ZeroShotModel> = {}): ZeroShotModel => ({
  task: 'zero-shot',
  key: 'model-a',
  id: 'owner/model-a',
  name: 'Model A',
  scope: '',
  revision: 'main',
  device: 'wasm',
  dtype: { vision: 'fp32', text: 'fp32' },
  threads: 2,
  workers: 1,
  recipe: {
    key: 'crop-224-bicubic',
    fit: { kind: 'crop', resizeTo: 224, width: 224, height: 224 },
    resample: 'bicubic',
    rescale: 1 / 255,
    mean: [0.5, 0.5, 0.5],
    std: [0.5, 0.5, 0.5],
  },
  dimension: 3,
  logitScale: 100,
  logitBias: 0,
  calibrated: true,
  activation: 'softmax',
  maxTokens: 77,
  neutralPictures: [],
  size: 1_000_000 as Bytes,
  visionSize: 600_000 as Bytes,
  loadTime: 500 as Milliseconds,
  selfCheck: { kind: 'plausible' },
  demotedFrom: null,
  kept: true,
  ...change,
})

/** A classifier as it is after loading. */
export const createFixedLabelModel = (change: Partial<FixedLabelModel> = {}): FixedLabelModel => ({
  task: 'fixed-labels',
  key: 'classifier-a',
  id: 'owner/classifier-a',
  name: 'Classifier A',
  scope: '',
  revision: 'main',
  device: 'wasm',
  dtype: { vision: 'fp32' },
  threads: 2,
  workers: 1,
  recipe: createLoadedModel().recipe,
  labels: ['red', 'green', 'blue'],
  categories: null,
  size: 1_000_000 as Bytes,
  visionSize: 600_000 as Bytes,
  loadTime: 500 as Milliseconds,
  selfCheck: { kind: 'plausible' },
  demotedFrom: null,
  kept: true,
  ...change,
})
