import { specialTokens } from './hub-repository'

/** The roles that a tokenizer's special tokens may have. */
type Special = '[PAD]' | '[UNK]' | '[START]' | '[END]' | '[ZERO]'

/**
 * A tokenizer of whole words, lower-cased, without punctuation, as the hub writes one down; what is not in the
 * vocabulary is `[UNK]`.
 * @param specials in the order of their ids, from 0; the words follow.
 */
export const wordTokenizer = (specials: readonly Special[], words: readonly string[], maxTokens: number) => {
  const vocabulary = Object.fromEntries([...specials, ...words].map((word, id) => [word, id]))
  const special = (token: Special) => ({ id: token, ids: [vocabulary[token]], tokens: [token] })
  return {
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: specialTokens(specials),
      normalizer: { type: 'Lowercase' },
      pre_tokenizer: {
        type: 'Sequence',
        pretokenizers: [{ type: 'WhitespaceSplit' }, { type: 'Punctuation', behavior: 'Removed' }],
      },
      post_processor: {
        type: 'TemplateProcessing',
        single: [
          { SpecialToken: { id: '[START]', type_id: 0 } },
          { Sequence: { id: 'A', type_id: 0 } },
          { SpecialToken: { id: '[END]', type_id: 0 } },
        ],
        pair: [],
        special_tokens: { '[START]': special('[START]'), '[END]': special('[END]') },
      },
      decoder: null,
      model: { type: 'WordLevel', vocab: vocabulary, unk_token: '[UNK]' },
    },
    tokenizerConfig: {
      tokenizer_class: 'PreTrainedTokenizer',
      model_max_length: maxTokens,
      unk_token: '[UNK]',
      pad_token: '[PAD]',
      bos_token: '[START]',
      eos_token: '[END]',
    },
  }
}
