import { croppingPreprocessor, hubRepository, type HubRepository } from '../color-model/hub-repository'
import { wordTokenizer } from '../color-model/word-tokenizer'
import { CLIP_TEXT, LONGEST, VOCABULARY, writeTextTransformer } from './write-text-transformer'
import { SIDE, writeTransformer } from './write-transformer'
import { CLIP_VISION, HEADS } from './transformer-parts'

const SPECIALS = ['[PAD]', '[UNK]', '[START]'] as const
/** Those of the canned prompts, and some that tests ask for. */
const WORDS = ['a', 'red', 'car', 'blue', 'house', 'green', 'photo', 'of']

/**
 * A small CLIP of random weights: it knows nothing, and has all that a transformer's graphs have.
 * @returns the files of a hub repository, by path.
 */
export const buildTransformerModel = (): HubRepository => {
  const others = VOCABULARY - SPECIALS.length - WORDS.length - 1
  // The end has the largest id, as in CLIP's own tokenizer.
  const words = [...WORDS, ...Array.from({ length: others }, (_, i) => `word${i}`), '[END]']
  const { tokenizer, tokenizerConfig } = wordTokenizer(SPECIALS, words, LONGEST)
  const heads = { num_attention_heads: HEADS }
  return hubRepository({
    config: {
      model_type: 'clip',
      architectures: ['CLIPModel'],
      logit_scale: 20,
      vision_config: heads,
      text_config: { ...heads, max_position_embeddings: LONGEST },
      taglens: { name: 'Small transformer' },
    },
    preprocessor: croppingPreprocessor({ size: SIDE, mean: [0, 0, 0], std: [1, 1, 1] }, 2),
    tokenizer,
    tokenizerConfig,
    vision: writeTransformer(CLIP_VISION),
    text: writeTextTransformer(CLIP_TEXT),
  })
}
