import type { Bytes } from '../core/brands'
import { hubSource } from '../core/model/catalogue/model-names'
import type { LoadPlan } from '../core/model/load-plan'
import { HUB_HOST, sourceKey, type ModelSource } from '../core/model/model-source'
import type { StoredModel } from '../core/model/stored/stored-model'

/** A model of the hub that no one fetches. */
export const clipSource: ModelSource = { kind: 'hub', host: HUB_HOST, id: 'owner/clip', revision: 'main' }

/** What {@link clipSource} takes: a hundred bytes, of which so many are missing. */
export const createLoadPlan = (missing: number | null): LoadPlan => ({
  source: clipSource,
  revision: 'c0ffee',
  present: null,
  device: 'wasm',
  dtype: { vision: 'q8', text: 'q8' },
  files: [],
  total: 100 as Bytes,
  missing: missing as Bytes | null,
})

/** {@link clipSource} as the store lists it when it is whole, with whatever a test cares about in place of that. */
export const createStoredModel = (change: Partial<StoredModel> = {}): StoredModel => ({
  key: sourceKey(change.source ?? clipSource),
  source: clipSource,
  claim: null,
  checked: null,
  revision: 'c0ffee',
  files: [{ path: 'onnx/vision_model_quantized.onnx', size: 100 as Bytes, sha256: 'ab' }],
  missing: [],
  dtypes: ['q8'],
  size: 100 as Bytes,
  addedAt: 1,
  usedAt: 2,
  ...change,
})

/** A model of the catalogue that is here whole. */
export const wholeMobileClip: StoredModel = createStoredModel({
  source: hubSource(HUB_HOST, 'Xenova/mobileclip_s0'),
  size: 54_200_000 as Bytes,
})

/** A model of the catalogue whose download was cut off at 60 of 150 MB. */
export const begunClip: StoredModel = createStoredModel({
  source: hubSource(HUB_HOST, 'Xenova/clip-vit-base-patch16'),
  size: 60_000_000 as Bytes,
  files: [],
  dtypes: [],
  missing: [{ path: 'onnx/vision_model_quantized.onnx', size: 149_620_000 as Bytes, hash: null }],
})
