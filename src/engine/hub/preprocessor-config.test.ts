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

  it('refuses a filter that we do not have', () => {
    expect(parsePreprocessorConfig({ ...clip, resample: 0 })).toMatchObject({
      kind: 'failed',
      error: { code: 'UNSUPPORTED_MODEL' },
    })
  })
})
