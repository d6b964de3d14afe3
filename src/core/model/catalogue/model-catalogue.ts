import { APPLE_RESEARCH_LICENCE, type CatalogueModel, type Fact, type GoodFor } from './catalogue-model'
import type { Dtype } from '../../runtime/runtime'

const OPEN_CLIP = 'https://github.com/mlfoundations/open_clip/blob/main/docs'
const PROFILE = `${OPEN_CLIP}/model_profile.csv`
const RESULTS = `${OPEN_CLIP}/openclip_results.csv`
const MOBILECLIP = 'https://github.com/apple/ml-mobileclip/blob/main/README.md'
const APPLE_LICENCE = 'https://github.com/apple/ml-mobileclip/blob/main/LICENSE_MODELS'

const read = <Value>(value: Value, source: string): Fact<Value> => ({ value, source, checked: true })

/**
 * transformers.js' conversion publishes these; of models of convolutions no `q4f16`, of which `q4` stands in its place.
 * @param listed those that a listing of the repository has shown; which there are, the listing tells at run time.
 */
const variantsOf = (
  id: string,
  listed: readonly Dtype[] = [],
  smallest: 'q4f16' | 'q4' = 'q4f16',
): readonly Fact<Dtype>[] =>
  (['fp32', 'fp16', 'q8', smallest] as const).map((dtype) => ({
    value: dtype,
    source: `https://huggingface.co/${id}/tree/main/onnx`,
    checked: listed.includes(dtype),
  }))

const READ_OF_OPENAI_BASE: readonly Dtype[] = ['fp32', 'fp16', 'q8']

const clipRecipe = { side: 224, resample: 'bicubic', fit: 'crop' } as const
const mobileRecipe = { side: 256, resample: 'bilinear', fit: 'crop' } as const

/** Token embeddings are vocabulary times width: 49 408 x 512 (x 768 for ViT-L/14), 32 000 x 768 for SigLIP. */
const TOKENS = { narrow: 25.3, wide: 37.9, siglip: 24.6 } as const

const openAi = (
  id: string,
  [vision, text, tokens, work]: readonly [number, number, number, number],
  imageNet: number,
  goodFor: GoodFor,
  listed: readonly Dtype[] = [],
): CatalogueModel => ({
  id,
  family: 'clip',
  recipe: clipRecipe,
  parameters: read({ vision, text, tokens, visionKind: 'transformer' }, PROFILE),
  pictureWork: read(work, PROFILE),
  imageNet: read(imageNet, RESULTS),
  licence: read('MIT', 'https://github.com/openai/CLIP/blob/main/LICENSE'),
  researchOnly: false,
  goodFor,
  variants: variantsOf(id, listed),
})

const mobile = (
  id: string,
  [vision, text]: readonly [number, number],
  imageNet: number,
  goodFor: GoodFor,
): CatalogueModel => ({
  id,
  family: 'mobileclip',
  recipe: mobileRecipe,
  parameters: read({ vision, text, tokens: TOKENS.narrow, visionKind: 'convolutions' }, MOBILECLIP),
  pictureWork: null,
  imageNet: read(imageNet, MOBILECLIP),
  licence: read(APPLE_RESEARCH_LICENCE, APPLE_LICENCE),
  researchOnly: true,
  goodFor,
  variants: variantsOf(id, ['fp32', 'fp16', 'q8', 'q4'], 'q4'),
})

/** The models that are offered by name, the default first. Any other of the same layout can be added by hand. */
export const modelCatalogue: readonly CatalogueModel[] = [
  openAi(
    'Xenova/clip-vit-base-patch32',
    [87.85, 63.43, TOKENS.narrow, 8.8],
    63.3,
    'hosted',
    READ_OF_OPENAI_BASE,
  ),
  openAi(
    'Xenova/clip-vit-base-patch16',
    [86.19, 63.43, TOKENS.narrow, 35.1],
    68.3,
    'finer-detail',
    READ_OF_OPENAI_BASE,
  ),
  openAi('Xenova/clip-vit-large-patch14', [303.97, 123.65, TOKENS.wide, 162], 75.5, 'best-of-openai'),
  mobile('Xenova/mobileclip_s0', [11.4, 42.4], 67.8, 'smallest'),
  mobile('Xenova/mobileclip_s1', [21.5, 63.4], 72.6, 'better-than-clip'),
  mobile('Xenova/mobileclip_s2', [35.7, 63.4], 74.4, 'best-for-its-size'),
  {
    id: 'Xenova/siglip-base-patch16-224',
    family: 'siglip',
    recipe: { side: 224, resample: 'bicubic', fit: 'squash' },
    parameters: read(
      { vision: 92.88, text: 110.27, tokens: TOKENS.siglip, visionKind: 'transformer' },
      PROFILE,
    ),
    pictureWork: read(35.4, PROFILE),
    imageNet: read(76.0, RESULTS),
    licence: read('Apache 2.0', 'https://huggingface.co/google/siglip-base-patch16-224'),
    researchOnly: false,
    goodFor: 'each-tag-by-itself',
    variants: variantsOf('Xenova/siglip-base-patch16-224', ['fp32', 'fp16', 'q8', 'q4f16']),
  },
]
