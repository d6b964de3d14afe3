import { describe, expect, it } from 'vitest'
import type { Recipe } from './recipe'
import { type PreprocessorConfig, recipeFromConfig } from './recipe-of-config'

const clip: PreprocessorConfig = {
  image_processor_type: 'CLIPImageProcessor',
  do_resize: true,
  size: { shortest_edge: 224 },
  resample: 'bicubic',
  do_center_crop: true,
  crop_size: { height: 224, width: 224 },
  do_rescale: true,
  rescale_factor: 0.00392156862745098,
  do_normalize: true,
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
}
const mobileClip: PreprocessorConfig = {
  ...{ size: { shortest_edge: 256 }, resample: 'bilinear', crop_size: { height: 256, width: 256 } },
  ...{ do_center_crop: true, do_normalize: false },
}
const siglip: PreprocessorConfig = {
  ...{ image_processor_type: 'SiglipImageProcessor', size: { height: 384, width: 384 } },
  ...{ image_mean: [0.5, 0.5, 0.5], image_std: [0.5, 0.5, 0.5] },
}

const fitOfCrop = (resizeTo: number, side: number): Pick<Recipe, 'fit'> => ({
  fit: { kind: 'crop', resizeTo, width: side, height: side },
})
const fitOfSquash = (side: number): Pick<Recipe, 'fit'> => ({
  fit: { kind: 'squash', width: side, height: side },
})

const recipeOf = (config: PreprocessorConfig) => {
  const outcome = recipeFromConfig(config)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

describe('recipeFromConfig reads', () => {
  it("CLIP's bicubic centre crop", () => {
    expect(recipeOf(clip)).toMatchObject({
      fit: { kind: 'crop', resizeTo: 224, width: 224, height: 224 },
      resample: 'bicubic',
      rescale: 0.00392156862745098,
      mean: [0.48145466, 0.4578275, 0.40821073],
    })
  })

  it('the older form of CLIP, with numbers for sizes and no rescaling stated', () => {
    const old: PreprocessorConfig = {
      ...{ feature_extractor_type: 'CLIPFeatureExtractor', size: 224, crop_size: 224, resample: 'bicubic' },
      ...{ image_mean: [0.48145466, 0.4578275, 0.40821073], image_std: [0.26862954, 0.26130258, 0.27577711] },
    }
    expect(recipeOf(old)).toEqual(recipeOf({ ...clip, rescale_factor: 1 / 255 }))
  })

  it("MobileCLIP's bilinear crop without normalisation", () => {
    expect(recipeOf(mobileClip)).toMatchObject({
      fit: { kind: 'crop', resizeTo: 256, width: 256, height: 256 },
      resample: 'bilinear',
      mean: [0, 0, 0],
      std: [1, 1, 1],
    })
  })

  it("SigLIP's squash, with the filter of its processor", () => {
    expect(recipeOf(siglip)).toMatchObject({
      fit: { kind: 'squash', width: 384, height: 384 },
      resample: 'bicubic',
    })
  })

  it('a bare number without a crop as a square to squash into', () => {
    const vit: PreprocessorConfig = { ...siglip, image_processor_type: 'ViTFeatureExtractor', size: 224 }
    expect(recipeOf(vit)).toMatchObject({
      fit: { kind: 'squash', width: 224, height: 224 },
      resample: 'bilinear',
    })
  })

  it("MobileViT's crop of bytes as shares, blue first", () => {
    const mobileVit: PreprocessorConfig = {
      ...{
        feature_extractor_type: 'MobileViTFeatureExtractor',
        size: 288,
        crop_size: 256,
        resample: 'bilinear',
      },
      ...{ do_center_crop: true, do_flip_channel_order: true },
    }
    expect(recipeOf(mobileVit)).toMatchObject({
      fit: { kind: 'crop', resizeTo: 288, width: 256, height: 256 },
      mean: [0, 0, 0],
      std: [1, 1, 1],
      channels: 'bgr',
    })
  })

  it('the share that ConvNeXT and ResNets crop, and the whole picture where they are large', () => {
    const resNet: PreprocessorConfig = {
      ...{
        feature_extractor_type: 'ConvNextFeatureExtractor',
        size: 224,
        crop_pct: 0.875,
        resample: 'bicubic',
      },
      ...{ image_mean: [0.485, 0.456, 0.406], image_std: [0.229, 0.224, 0.225] },
    }
    expect(recipeOf(resNet).fit).toEqual({ kind: 'crop', resizeTo: 256, width: 224, height: 224 })
    expect(recipeOf({ ...resNet, size: { shortest_edge: 240 }, crop_pct: undefined }).fit).toEqual({
      ...{ kind: 'crop', resizeTo: 274, width: 240, height: 240 },
    })
    expect(recipeOf({ ...resNet, size: { shortest_edge: 384 } }).fit).toEqual({
      ...{ kind: 'squash', width: 384, height: 384 },
    })
  })

  it('DeiT’s squash, of which the middle is kept', () => {
    const deit: PreprocessorConfig = {
      ...{ feature_extractor_type: 'DeiTFeatureExtractor', size: 256, crop_size: 224, resample: 'bicubic' },
      ...{ do_center_crop: true, image_mean: [0.485, 0.456, 0.406], image_std: [0.229, 0.224, 0.225] },
    }
    expect(recipeOf(deit).fit).toEqual({
      ...{ kind: 'squash', width: 224, height: 224, resized: { width: 256, height: 256 } },
    })
  })

  it('EfficientNet’s nearest neighbours and its second division', () => {
    const efficientNet: PreprocessorConfig = {
      ...{ image_processor_type: 'EfficientNetImageProcessor', size: { height: 240, width: 240 } },
      ...{ image_mean: [0.485, 0.456, 0.406], image_std: [0.5, 0.25, 2] },
    }
    expect(recipeOf(efficientNet)).toMatchObject({
      ...{ fit: { kind: 'squash', width: 240, height: 240 }, resample: 'nearest', std: [0.25, 0.0625, 4] },
    })
    expect(recipeOf({ ...efficientNet, include_top: false }).std).toEqual([0.5, 0.25, 2])
  })

  it.each<[string, Partial<Recipe>]>([
    ['CLIPImageProcessor', { ...fitOfCrop(224, 224), resample: 'bicubic', mean: clip.image_mean! }],
    ['CLIPImageProcessorFast', { ...fitOfCrop(224, 224), resample: 'bicubic', std: clip.image_std! }],
    ['ChineseCLIPFeatureExtractor', { ...fitOfCrop(224, 224), resample: 'bicubic' }],
    ['SiglipImageProcessor', { ...fitOfSquash(224), resample: 'bicubic', mean: [0.5, 0.5, 0.5] }],
    ['ViTImageProcessor', { ...fitOfSquash(224), resample: 'bilinear', std: [0.5, 0.5, 0.5] }],
    ['MobileNetV2ImageProcessor', { ...fitOfCrop(256, 224), resample: 'bilinear' }],
    ['MobileViTImageProcessor', { ...fitOfCrop(224, 256), channels: 'bgr', mean: [0, 0, 0] }],
    ['ConvNextImageProcessor', { ...fitOfSquash(384), resample: 'bilinear' }],
    ['EfficientNetImageProcessor', { ...fitOfSquash(346), resample: 'nearest' }],
  ])('what %s does where its file says no more than its name', (image_processor_type, expected) => {
    expect(recipeOf({ image_processor_type })).toMatchObject(expected)
  })

  it('bytes as they are where nothing rescales', () => {
    expect(recipeOf({ ...clip, do_rescale: false }).rescale).toBe(1)
  })
})

describe('recipeFromConfig refuses what it cannot follow to the pixel', () => {
  it.each<[string, PreprocessorConfig]>([
    [
      'no filter, of a processor that is not known',
      { ...mobileClip, image_processor_type: 'X', resample: undefined },
    ],
    ['no resizing', { ...clip, do_resize: false }],
    ['no size, of a processor that is not known', { ...clip, image_processor_type: 'X', size: undefined }],
    ['a size that depends on the picture', { ...clip, do_center_crop: false }],
    ['a share to crop', { ...siglip, crop_pct: 0.9 }],
    ['a share of more than all', { ...siglip, image_processor_type: 'ConvNextImageProcessor', crop_pct: 2 }],
    ['variable resolution', { ...siglip, max_num_patches: 256 }],
    ['padding', { ...clip, do_pad: true }],
    [
      'no mean to subtract, of a processor that is not known',
      { ...clip, image_processor_type: 'X', image_mean: undefined },
    ],
    ['values around 0', { ...clip, rescale_offset: true }],
    ['a division by zero', { ...clip, image_std: [1, 0, 1] }],
  ])('%s', (_, config) => {
    expect(recipeFromConfig(config)).toMatchObject({ kind: 'failed', error: { code: 'UNSUPPORTED_MODEL' } })
  })
})

it("a recipe's key changes with whatever changes a pixel, and with nothing else", () => {
  const configs: PreprocessorConfig[] = [
    clip,
    mobileClip,
    siglip,
    { ...clip, resample: 'bilinear' },
    { ...clip, size: { shortest_edge: 225 } },
    { ...clip, crop_size: { height: 224, width: 223 } },
    { ...clip, rescale_factor: 1 / 127.5 },
    { ...clip, image_mean: [0, 0, 0] },
    { ...clip, image_std: [1, 1, 1] },
    { ...clip, do_flip_channel_order: true },
    { ...clip, size: { height: 224, width: 224 } },
    { ...clip, size: { height: 256, width: 256 } },
  ]
  const keys = configs.map((config) => recipeOf(config).key)
  expect(new Set(keys).size).toBe(configs.length)
  expect(recipeOf({ ...clip, image_processor_type: undefined, do_pad: false }).key).toBe(keys[0])
})
