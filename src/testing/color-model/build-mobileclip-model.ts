import { colours, type Rgb } from './colours'
import { DIMENSION, textGraph, visionGraph, type VisionRecipe } from './color-model-graphs'
import { croppingPreprocessor, hubRepository, type HubRepository } from './hub-repository'
import { writeOnnx } from '../../core/model/onnx/onnx-writer'
import { paddedWords, type PaddedToken } from './padded-words'
import { wordTokenizer } from './word-tokenizer'

/** As MobileCLIP: no mean, no std. */
const recipe: VisionRecipe = { size: 32, mean: [0, 0, 0], std: [1, 1, 1] }

const MAX_TOKENS = 16
const LOGIT_SCALE = 20

/** OpenAI's code pads with id 0; this tokenizer names another token for that. */
const SPECIALS = ['[ZERO]', '[START]', '[END]', '[PAD]', '[UNK]'] as const

const tokenOf = (special: (typeof SPECIALS)[number]): PaddedToken => {
  switch (special) {
    case '[ZERO]':
      return { kind: 'decoy' }
    case '[END]':
      return { kind: 'end' }
    case '[PAD]':
      return { kind: 'padding' }
    case '[START]':
    case '[UNK]':
      return { kind: 'word', rgb: null }
  }
}

/**
 * The colour model in MobileCLIP's shape: the text tower sees its padding, and `config.json` calls the model
 * `clip`, as the hub's do, so that only its address tells the family.
 * @returns the files of a hub repository, by path.
 */
export const buildMobileClipModel = (): HubRepository => {
  const words = Object.entries<Rgb>(colours)
  const { vectors, offset } = paddedWords(
    [...SPECIALS.map(tokenOf), ...words.map(([, rgb]): PaddedToken => ({ kind: 'word', rgb }))],
    MAX_TOKENS,
  )
  const { tokenizer, tokenizerConfig } = wordTokenizer(
    SPECIALS,
    words.map(([word]) => word),
    MAX_TOKENS,
  )
  const config = {
    model_type: 'clip',
    architectures: ['CLIPModel'],
    projection_dim: DIMENSION,
    logit_scale: LOGIT_SCALE,
    text_config: { max_position_embeddings: MAX_TOKENS },
    taglens: { name: 'Mobile colours', scope: 'plain colours only' },
  }
  const preprocessor = { ...croppingPreprocessor(recipe, 2), do_normalize: false }
  return hubRepository({
    config,
    preprocessor,
    tokenizer,
    tokenizerConfig,
    vision: writeOnnx(visionGraph(recipe)),
    text: writeOnnx(textGraph(vectors, offset)),
  })
}
