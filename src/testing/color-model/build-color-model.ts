import { colours, type Rgb } from './colours'
import { DIMENSION, textGraph, visionGraph, wordVector, type VisionRecipe } from './color-model-graphs'
import { croppingPreprocessor, hubRepository, type HubRepository } from './hub-repository'
import type { Adapt } from './adapt-graph'
import { writeOnnx } from '../../core/model/onnx/onnx-writer'
import { wordTokenizer } from './word-tokenizer'

/** CLIP's own numbers, so that normalising is part of what the model checks; small, to be quick everywhere. */
const recipe: VisionRecipe = {
  size: 32,
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
}

/** Longest prompt in tokens, its two specials included. */
const MAX_TOKENS = 16

/** Mild enough that a mixed colour does not read as 100 percent, sharp enough that a pure one wins clearly. */
const LOGIT_SCALE = 20

const SPECIALS = ['[PAD]', '[UNK]', '[START]', '[END]'] as const

const words = Object.entries<Rgb>(colours)

const { tokenizer, tokenizerConfig } = wordTokenizer(
  SPECIALS,
  words.map(([word]) => word),
  MAX_TOKENS,
)

const preprocessor = {
  ...croppingPreprocessor(recipe, 3),
  do_normalize: true,
  image_mean: recipe.mean,
  image_std: recipe.std,
}

const config = {
  model_type: 'clip',
  projection_dim: DIMENSION,
  logit_scale: LOGIT_SCALE,
  text_config: { max_position_embeddings: MAX_TOKENS },
  vision_config: { image_size: recipe.size },
  taglens: { name: 'Colour model', scope: 'plain colours only' },
}

const asItIs: Adapt = (graph) => graph

/** The graphs of the colour model, for tests that write them in another way. */
export const colorGraphs = () => {
  // Padding adds nothing at all, so that a padded prompt is the same prompt.
  const padding = new Array<number>(DIMENSION).fill(0)
  const vectors = [
    ...SPECIALS.map((token) => (token === '[PAD]' ? padding : wordVector(null))),
    ...words.map(([, rgb]) => wordVector(rgb)),
  ]
  return { vision: visionGraph(recipe), text: textGraph(vectors) }
}

/**
 * A CLIP-shaped pair made by hand, a few kilobytes, for tests that need a model whose answers are known: it sees
 * a picture's mean colour and reads colour words. A pure colour has cosine 1 with its own word, whatever the
 * template; words that it does not know score 0.
 * @param adapt changes what its graphs take and give, not what they answer.
 * @returns the files of a hub repository, by path.
 */
export const buildColorModel = (
  adapt: { readonly vision?: Adapt; readonly text?: Adapt } = {},
): HubRepository => {
  const { vision, text } = colorGraphs()
  return hubRepository({
    config,
    preprocessor,
    tokenizer,
    tokenizerConfig,
    vision: writeOnnx((adapt.vision ?? asItIs)(vision)),
    text: writeOnnx((adapt.text ?? asItIs)(text)),
  })
}
