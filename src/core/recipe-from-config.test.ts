import { expect, it } from 'vitest'
import { recipeFromConfig, type PreprocessorConfig } from './recipe-from-config'

const clip: PreprocessorConfig = {
  do_resize: true,
  size: { shortest_edge: 224 },
  resample: 3,
  do_center_crop: true,
  crop_size: { width: 224, height: 224 },
  do_rescale: true,
  rescale_factor: 1 / 255,
  do_normalize: true,
  image_mean: [0.48, 0.46, 0.41],
  image_std: [0.27, 0.26, 0.28],
}
const read = (change: Partial<PreprocessorConfig> = {}) => recipeFromConfig({ ...clip, ...change })
const keyOf = (change: Partial<PreprocessorConfig> = {}) => {
  const recipe = read(change)
  return recipe.kind === 'done' ? recipe.value.key : recipe.kind
}

it('reads CLIP: shorter edge, centre crop, bicubic', () => {
  expect(read()).toMatchObject({
    kind: 'done',
    value: {
      fit: { kind: 'crop', resizeTo: 224, width: 224, height: 224 },
      resample: 'bicubic',
      mean: clip.image_mean,
    },
  })
})

it('reads MobileCLIP: bilinear, not normalised', () => {
  const change = { size: 256, crop_size: 256, resample: 2, do_normalize: false } as const
  expect(read(change)).toMatchObject({
    kind: 'done',
    value: { fit: { kind: 'crop', resizeTo: 256 }, resample: 'bilinear', mean: [0, 0, 0], std: [1, 1, 1] },
  })
})

it('reads SigLIP: both edges forced', () => {
  expect(read({ do_center_crop: false, size: { width: 384, height: 384 } })).toMatchObject({
    kind: 'done',
    value: { fit: { kind: 'squash', width: 384, height: 384 } },
  })
})

it('reads ViT, which says nothing of a crop', () => {
  expect(read({ do_center_crop: undefined, size: { width: 224, height: 224 } })).toMatchObject({
    value: { fit: { kind: 'squash', width: 224, height: 224 } },
  })
})

it('gives every recipe that makes other pixels another key', () => {
  const keys = [
    keyOf(),
    keyOf({ resample: 2 }),
    keyOf({ size: { shortest_edge: 256 } }),
    keyOf({ do_normalize: false }),
    keyOf({ image_std: [0.5, 0.5, 0.5] }),
    keyOf({ rescale_factor: 1 / 127.5 }),
    keyOf({ do_center_crop: false, size: 224 }),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

it.each<[string, Partial<PreprocessorConfig>]>([
  ['a filter that we do not have', { resample: 1 }],
  ['pictures of any shape', { do_center_crop: false, size: { shortest_edge: 224 } }],
  ['no resizing', { do_resize: false }],
])('refuses %s', (_name, change) => {
  expect(read(change)).toMatchObject({ kind: 'failed', error: { code: 'UNSUPPORTED_MODEL' } })
})
