import { describe, expect, it } from 'vitest'
import { parsePreprocessorConfig } from './preprocessor-config'

const clip = {
  crop_size: { height: 224, width: 224 },
  do_center_crop: true,
  do_convert_rgb: true,
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_processor_type: 'CLIPImageProcessor',
  image_std: [0.26862954, 0.26130258, 0.27577711],
  resample: 3,
  rescale_factor: 0.00392156862745098,
  size: { shortest_edge: 224 },
}

const openClip = { mean: clip.image_mean, std: clip.image_std, interpolation: 'bicubic' }

const keyOf = (json: unknown): string => {
  const outcome = parsePreprocessorConfig(json)
  return outcome.kind === 'done' ? outcome.value.key : ''
}

describe('parsePreprocessorConfig', () => {
  it('reads a configuration as the hub has it, with nulls and fields that are not ours', () => {
    const outcome = parsePreprocessorConfig({ ...clip, crop_pct: null, processor_class: 'CLIPProcessor' })
    expect(outcome).toMatchObject({
      kind: 'done',
      value: { fit: { kind: 'crop', resizeTo: 224, width: 224, height: 224 }, resample: 'bicubic' },
    })
  })

  it.each([
    ['another file', 'hello', 'the whole file'],
    ['a size that would take gigabytes', { ...clip, size: 1e6 }, 'size'],
    ['a size of nothing', { ...clip, crop_size: { height: 0, width: 224 } }, 'crop_size'],
    ['a mean of two channels', { ...clip, image_mean: [0, 0] }, 'image_mean'],
    ['text for a number', { ...clip, rescale_factor: '1/255' }, 'rescale_factor'],
    ['a longest edge', { ...clip, size: { shortest_edge: 224, longest_edge: 300 } }, 'size'],
  ])('names the field of %s', (_, json, field) => {
    expect(parsePreprocessorConfig(json)).toMatchObject({
      kind: 'failed',
      error: {
        code: 'MODEL_CORRUPT',
        file: 'preprocessor_config.json',
        detail: expect.stringContaining(field) as string,
      },
    })
  })

  const base = { kind: 'done', value: { key: keyOf(clip) } }

  it.each<[string, unknown]>([
    ['nulls within a size', { ...clip, size: { shortest_edge: 224, longest_edge: null, height: null } }],
    ['numbers for sizes', { ...clip, size: 224, crop_size: 224 }],
    ['lists for sizes', { ...clip, size: [224], crop_size: [224, 224] }],
    ['a filter’s name', { ...clip, resample: 'BICUBIC' }],
    ['a name and nothing more', { image_processor_type: 'CLIPImageProcessor' }],
    ['no mean and deviation', { ...clip, image_mean: undefined, image_std: null }],
    ['transformers 5’s file for pictures and text', { processor_class: 'X', image_processor: clip }],
    [
      'Jina’s names',
      { ...openClip, image_processor_type: 'JinaCLIPImageProcessor', size: 224, resize_mode: 'shortest' },
    ],
    ['open_clip’s names beside a tower', { ...openClip, size: [224, 224], mode: 'RGB', fill_color: 0 }],
    [
      'open_clip’s own file, its size with the tower',
      { model_cfg: { vision_cfg: { image_size: 224 } }, preprocess_cfg: openClip },
    ],
  ])('reads CLIP’s recipe from %s', (_, json) => {
    expect(parsePreprocessorConfig(json)).toMatchObject(base)
  })

  it('takes one number for three channels', () => {
    expect(parsePreprocessorConfig({ ...clip, image_mean: 0.5, image_std: [0.25] })).toMatchObject({
      value: { mean: [0.5, 0.5, 0.5], std: [0.25, 0.25, 0.25] },
    })
  })

  it.each([
    ['a filter that Pillow does not have', { ...clip, resample: 'cubic' }, 'MODEL_CORRUPT'],
    ['a picture that is filled up', { ...openClip, size: 224, resize_mode: 'longest' }, 'UNSUPPORTED_MODEL'],
    ['no size at all', openClip, 'UNSUPPORTED_MODEL'],
  ])('refuses %s', (_, json, code) => {
    expect(parsePreprocessorConfig(json)).toMatchObject({ kind: 'failed', error: { code } })
  })
})
