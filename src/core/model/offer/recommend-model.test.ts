import { describe, expect, it } from 'vitest'
import type { Bytes } from '../../brands'
import type { GpuCapability } from '../../runtime/capabilities'
import { modelCatalogue } from '../catalogue/model-catalogue'
import { hubSource } from '../catalogue/model-names'
import { HUB_HOST, sourceKey, type ModelSource } from '../model-source'
import type { StoredModel } from '../stored/stored-model'
import type { ModelBeside } from './surroundings'
import { recommendModel, type Situation } from './recommend-model'

const B32 = 'Xenova/clip-vit-base-patch32'
const B16 = 'Xenova/clip-vit-base-patch16'
const SIGLIP = 'Xenova/siglip-base-patch16-224'
const MOBILE = 'Xenova/mobileclip_s2'

const card: GpuCapability = { kind: 'hardware', adapter: 'nvidia ampere', shaderF16: true }
const besideUrl = 'https://app.example/models/'

const storedAt = (source: ModelSource): StoredModel => ({
  key: sourceKey(source),
  source,
  claim: null,
  revision: '',
  files: [],
  missing: [],
  dtypes: ['q8'],
  size: 1 as Bytes,
  checked: null,
  addedAt: 0,
  usedAt: 0,
})
const stored = (id: string) => storedAt(hubSource(HUB_HOST, id))

const DESCRIPTION = ['config.json', 'preprocessor_config.json', 'tokenizer.json', 'tokenizer_config.json']
const beside = (id: string): ModelBeside => ({
  id,
  licence: 'MIT',
  files: [...DESCRIPTION, 'onnx/vision_model_quantized.onnx', 'onnx/text_model_quantized.onnx'].map(
    (path) => ({
      path,
      size: 1000 as Bytes,
      sha256: '',
    }),
  ),
})

const plain: Situation = {
  cores: 8,
  memoryGigabytes: 8,
  speed: 2.5e6,
  gpu: { kind: 'none' },
  stored: [],
  beside: [],
  besideUrl,
  host: HUB_HOST,
}

const recommend = (situation: Partial<Situation>) =>
  recommendModel(modelCatalogue, { ...plain, ...situation })

describe('what is recommended', () => {
  it.each<[string, Partial<Situation>, string, string | null, 'fast' | 'best']>([
    ['a CPU', {}, B32, SIGLIP, 'fast'],
    ['a graphics card', { gpu: card }, B32, SIGLIP, 'best'],
    ['a card that is not known yet', { gpu: null }, B32, SIGLIP, 'fast'],
    ['a software adapter', { gpu: { kind: 'fallback', adapter: 'x' } }, B32, SIGLIP, 'fast'],
    ['a card on a slow line', { gpu: card, speed: 5e5 }, B32, SIGLIP, 'fast'],
    ['a card on a line that is not known', { gpu: card, speed: null }, B32, SIGLIP, 'best'],
    ['one core', { cores: 1 }, B32, null, 'fast'],
    ['little memory', { memoryGigabytes: 1 }, B32, null, 'fast'],
    ['hardly any memory', { memoryGigabytes: 0.5 }, B32, null, 'fast'],
    ['a browser that does not tell its memory', { memoryGigabytes: null, gpu: card }, B32, SIGLIP, 'best'],
    ['the fast one stored', { gpu: card, stored: [stored(B32)] }, B32, SIGLIP, 'fast'],
    ['the best one stored', { stored: [stored(SIGLIP)] }, SIGLIP, null, 'fast'],
    ['both stored, no card', { stored: [stored(SIGLIP), stored(B32)] }, B32, SIGLIP, 'fast'],
    ['both stored, a card', { gpu: card, stored: [stored(SIGLIP), stored(B32)] }, B32, SIGLIP, 'best'],
    ['another one stored', { stored: [stored(B16)] }, B16, SIGLIP, 'fast'],
    ['one beside the app', { gpu: card, beside: [beside(B16)] }, B16, SIGLIP, 'fast'],
    ['two beside the app', { gpu: card, beside: [beside(B16), beside(B32)] }, B32, B16, 'best'],
    ['a research model stored', { stored: [stored(MOBILE)] }, B32, SIGLIP, 'fast'],
    ['a research model beside the app', { beside: [beside(MOBILE)] }, B32, SIGLIP, 'fast'],
  ])('%s', (_, situation, fast, best, preselected) => {
    const found = recommend(situation)
    expect([found?.fast.model.id, found?.best?.model.id ?? null, found?.preselected]).toEqual([
      fast,
      best,
      preselected,
    ])
  })

  it('says where it is, how large it is and how long that takes', () => {
    const { fast, best } = recommend({})!
    expect(fast).toMatchObject({ where: 'host', source: hubSource(HUB_HOST, B32) })
    expect(fast.size / 1e6).toBeCloseTo(151, 0)
    expect(fast.seconds).toBeCloseTo(fast.size / 2.5e6, 5)
    // In 16 bits on a card, in 8 without.
    expect(recommend({ gpu: card })!.best!.size).toBeGreaterThan(best!.size)
    expect(recommend({ speed: null })!.fast.seconds).toBeNull()
  })

  it('takes of what lies beside the app the address and the sizes of its own files', () => {
    expect(recommend({ beside: [beside(B32)] })!.fast).toMatchObject({
      where: 'beside',
      size: 6000,
      source: { kind: 'url', baseUrl: `${besideUrl}${B32}` },
    })
    const kept = storedAt({ kind: 'url', baseUrl: `${besideUrl}${B32}` })
    expect(recommend({ beside: [beside(B32)], stored: [kept] })!.fast).toMatchObject({
      where: 'stored',
      size: 0,
    })
  })
})
