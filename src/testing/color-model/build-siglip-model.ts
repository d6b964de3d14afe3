import { colours, type Rgb } from './colours'
import { textGraph, visionGraph, type VisionRecipe } from './color-model-graphs'
import { hubRepository, type HubRepository, specialTokens } from './hub-repository'
import { writeOnnx } from '../../core/model/onnx/onnx-writer'
import { paddedWords, type PaddedToken } from './padded-words'

/** As SigLIP: half and half. */
const recipe: VisionRecipe = { size: 32, mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] }

/** A pure colour has cosine 1 with its word and so a logit of 8; another one's stays well below 0. */
const LOGIT_SCALE = 40
const LOGIT_BIAS = -32

const MAX_TOKENS = 16

/** A piece of SentencePiece's: what it is in text, its score, and what it means. */
type Piece = readonly [text: string, score: number, token: PaddedToken]

const NO_COLOUR: PaddedToken = { kind: 'word', rgb: null }

/**
 * Like SigLIP's: id 0 is a token that no prompt has, 1 ends a prompt and 2 is unknown; then whole words, which
 * score better than the pieces that also make them up (`▁or`, `ange`), and letters for everything else.
 */
const pieces: readonly Piece[] = [
  ['<s>', 0, { kind: 'decoy' }],
  ['</s>', 0, { kind: 'end' }],
  ['<unk>', 0, NO_COLOUR],
  ['<pad>', 0, { kind: 'padding' }],
  ...Object.entries<Rgb>(colours).map(([word, rgb]): Piece => [`▁${word}`, -6, { kind: 'word', rgb }]),
  ...['▁a', '▁of', '▁photo'].map((text): Piece => [text, -4, NO_COLOUR]),
  ...['▁or', 'ange', '▁'].map((text): Piece => [text, -5, NO_COLOUR]),
  ...Array.from('abcdefghijklmnopqrstuvwxyz').map((letter): Piece => [letter, -12, NO_COLOUR]),
]

const tokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: specialTokens(['<s>', '</s>', '<unk>', '<pad>']),
  normalizer: null,
  pre_tokenizer: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '</s>', type_id: 0 } }],
    pair: [],
    special_tokens: { '</s>': { id: '</s>', ids: [1], tokens: ['</s>'] } },
  },
  decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
  model: { type: 'Unigram', unk_id: 2, vocab: pieces.map(([text, score]) => [text, score]) },
}

const tokenizerConfig = {
  tokenizer_class: 'SiglipTokenizer',
  model_max_length: MAX_TOKENS,
  unk_token: '<unk>',
  pad_token: '<pad>',
  eos_token: '</s>',
}

const preprocessor = {
  image_processor_type: 'SiglipImageProcessor',
  do_resize: true,
  size: { height: recipe.size, width: recipe.size },
  resample: 3,
  do_rescale: true,
  rescale_factor: 1 / 255,
  do_normalize: true,
  image_mean: recipe.mean,
  image_std: recipe.std,
}

const ownScale = { logit_scale: LOGIT_SCALE, logit_bias: LOGIT_BIAS }

const config = {
  model_type: 'siglip',
  architectures: ['SiglipModel'],
  text_config: { max_position_embeddings: MAX_TOKENS },
  taglens: { name: 'Sigmoid colours', scope: 'plain colours only' },
}

/** SigLIP's graphs give a pooled state instead of a projection, behind the last hidden state. */
const OUTPUTS = { embedding: 'pooler_output', hidden: 'last_hidden_state' } as const

/**
 * The colour model in SigLIP's shape: a SentencePiece tokenizer that leaves cleaning to its caller, a text tower
 * that sees its padding, a squashed picture, and a scale and bias for judging each tag alone.
 * @param tellsScale `false` leaves scale and bias out of `config.json`, as the hub's conversions do.
 * @returns the files of a hub repository, by path.
 */
export const buildSiglipModel = ({ tellsScale }: { readonly tellsScale: boolean }): HubRepository => {
  const { vectors, offset } = paddedWords(
    pieces.map(([, , token]) => token),
    MAX_TOKENS,
  )
  return hubRepository({
    config: { ...config, ...(tellsScale && ownScale) },
    preprocessor,
    tokenizer,
    tokenizerConfig,
    vision: writeOnnx(visionGraph(recipe, OUTPUTS)),
    text: writeOnnx(textGraph(vectors, offset, OUTPUTS)),
  })
}
