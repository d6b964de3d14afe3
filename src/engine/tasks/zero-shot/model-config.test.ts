import { describe, expect, it } from 'vitest'
import { ownConfig } from '../judge-model'
import { parseModelConfig } from './model-config'

const read = (json: unknown, name = 'hub https://huggingface.co owner/model main') =>
  parseModelConfig(ownConfig(json), 'config.json', name)
const valueOf = (json: unknown, name?: string) => {
  const outcome = read(json, name)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

describe('the family of a model', () => {
  it.each<[string, unknown, string, string]>([
    ['CLIP', { model_type: 'clip', architectures: ['CLIPModel'] }, 'openai/clip-vit-base-patch32', 'clip'],
    ['an export that states nothing', {}, 'somebody/model', 'clip'],
    ['a class alone', { architectures: ['SiglipModel'] }, 'a/b', 'siglip'],
    ['MobileCLIP by its type', { model_type: 'mobileclip' }, 'a/b', 'mobileclip'],
    ['MobileCLIP by its address', { model_type: 'clip' }, 'Xenova/mobileclip_s0', 'mobileclip'],
    [
      'MobileCLIP by its mask',
      { model_type: 'clip', text_config: { no_causal_mask: true } },
      'a/b',
      'mobileclip',
    ],
    [
      'MobileCLIP by Apple’s word',
      { model_type: 'clip', text_cfg: { causal_masking: false } },
      'a/b',
      'mobileclip',
    ],
    [
      'a MobileCLIP that is causal, as B is',
      { model_type: 'clip', text_cfg: { causal_masking: true } },
      'apple/mobileclip_b',
      'clip',
    ],
    ['SigLIP', { model_type: 'siglip' }, 'Xenova/siglip-base-patch16-224', 'siglip'],
    ['SigLIP 2', { model_type: 'siglip2' }, 'a/b', 'siglip'],
    ['Chinese-CLIP', { model_type: 'chinese_clip' }, 'a/b', 'chinese-clip'],
    ['Jina CLIP', { model_type: 'jina_clip', text_config: { embed_dim: 768 } }, 'a/b', 'jina'],
    ['MetaCLIP 2', { architectures: ['MetaClip2Model'] }, 'a/b', 'metaclip2'],
    ['open_clip’s own file', { model_cfg: { text_cfg: { context_length: 77 } } }, 'a/b', 'clip'],
    ['open_clip’s SigLIP', { model_cfg: { init_logit_bias: -10, text_cfg: {} } }, 'a/b', 'siglip'],
  ])('%s', (_, config, name, family) => {
    expect(valueOf(config, name).family).toBe(family)
  })

  it.each([
    ['its type', { model_type: 'owlvit' }, 'owlvit'],
    ['its class', { architectures: ['BlipForQuestionAnswering'] }, 'BlipForQuestionAnswering'],
  ])('that is unknown is refused by %s', (_, config, named) => {
    expect(read(config)).toMatchObject({
      kind: 'failed',
      error: { code: 'UNSUPPORTED_MODEL', problem: { kind: 'unknown-family', family: named } },
    })
  })
})

describe('scale, bias and text rule', () => {
  it('are CLIP’s where a CLIP says nothing; the scale that training began with is not taken for the last', () => {
    expect(valueOf({ model_type: 'clip', logit_scale_init_value: 2.6592 })).toMatchObject({
      activation: 'softmax',
      scale: { scale: 100, bias: 0 },
      text: { maxTokens: 77, padding: 'none', cleaning: 'none' },
    })
  })

  it('are not told by a SigLIP that says nothing, since each has its own', () => {
    expect(valueOf({ model_type: 'siglip', text_config: { max_position_embeddings: null } })).toMatchObject({
      activation: 'sigmoid',
      scale: null,
      text: { maxTokens: 64, padding: 'full', cleaning: 'canonical' },
    })
  })

  it('are the model’s own where it states them', () => {
    const config = {
      model_type: 'siglip',
      logit_scale: 112.4,
      logit_bias: -16.5,
      text_config: { max_position_embeddings: 16 },
    }
    expect(valueOf(config)).toMatchObject({ scale: { scale: 112.4, bias: -16.5 }, text: { maxTokens: 16 } })
  })

  it.each([
    ['a scale of nothing', { logit_scale: 0 }],
    ['a context that would take gigabytes', { text_config: { max_position_embeddings: 1e9 } }],
    ['a path out of the model', { taglens: { golden: '../secret.json' } }],
  ])('%s is refused', (_, config) => {
    expect(read(config)).toMatchObject({ kind: 'failed', error: { code: 'MODEL_CORRUPT' } })
  })
})
