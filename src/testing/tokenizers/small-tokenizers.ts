/** A tokenizer's own files, parsed. */
export interface SmallTokenizer {
  readonly tokenizer: object
  readonly config: Readonly<Record<string, unknown>>
}

const special = (contents: readonly string[]) =>
  contents.map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }))

/** Ids by text, in order. */
const numbered = (texts: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(texts)].map((text, id) => [text, id]))

/** `A` between these specials. */
const template = (before: readonly string[], after: readonly string[], vocab: Record<string, number>) => ({
  type: 'TemplateProcessing',
  single: [
    ...before.map((id) => ({ SpecialToken: { id, type_id: 0 } })),
    { Sequence: { id: 'A', type_id: 0 } },
    ...after.map((id) => ({ SpecialToken: { id, type_id: 0 } })),
  ],
  pair: [],
  special_tokens: Object.fromEntries(
    [...before, ...after].map((id) => [id, { id, ids: [vocab[id] ?? 0], tokens: [id] }]),
  ),
})

/** Pairs that join letters into the words, the first two letters first. */
const mergesOf = (words: readonly (readonly string[])[]): string[] => [
  ...new Set(
    words.flatMap((letters) =>
      letters.slice(1).map((letter, i) => `${letters.slice(0, i + 1).join('')} ${letter}`),
    ),
  ),
]

/** Every word that the joins make, and what they are made of. */
const joined = (merges: readonly string[]): string[] =>
  merges.flatMap((merge) => [...merge.split(' '), merge.replace(' ', '')])

const WORDS = ['a', 'photo', 'of', 'red', 'car', 'it']
const CLIP_SPECIALS = ['<|startoftext|>', '<|endoftext|>']
const ASCII = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
/** GPT-2's letters for the bytes 0x80 to 0xff, which stand for themselves or are moved behind 0x100. */
const HIGH_BYTES = Array.from({ length: 128 }, (_, i) => {
  const byte = 128 + i
  if (byte >= 161 && byte !== 173) return String.fromCharCode(byte)
  return String.fromCharCode(byte === 173 ? 0x143 : 0x122 + i)
})

/** CLIP's: byte pairs with an end of the word, of lower-cased text. */
const clip = (): SmallTokenizer => {
  const merges = mergesOf(WORDS.map((word) => [...Array.from(word).slice(0, -1), `${word.slice(-1)}</w>`]))
  const letters = [...ASCII, ...HIGH_BYTES]
  const vocab = numbered([
    ...CLIP_SPECIALS,
    ...letters,
    ...letters.map((letter) => `${letter}</w>`),
    ...joined(merges),
  ])
  const [start, end] = CLIP_SPECIALS
  return {
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: special(CLIP_SPECIALS),
      normalizer: {
        type: 'Sequence',
        normalizers: [
          { type: 'NFC' },
          { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
          { type: 'Lowercase' },
        ],
      },
      pre_tokenizer: {
        type: 'Sequence',
        pretokenizers: [
          {
            type: 'Split',
            pattern: { Regex: "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+" },
            behavior: 'Removed',
            invert: true,
          },
          { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
        ],
      },
      post_processor: {
        type: 'RobertaProcessing',
        sep: [end, 1],
        cls: [start, 0],
        trim_offsets: false,
        add_prefix_space: false,
      },
      decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
      model: {
        ...{ type: 'BPE', dropout: null, unk_token: end, continuing_subword_prefix: '' },
        ...{ end_of_word_suffix: '</w>', fuse_unk: false, byte_fallback: false, vocab, merges },
      },
    },
    config: {
      tokenizer_class: 'CLIPTokenizer',
      ...{ bos_token: start, eos_token: end, unk_token: end, pad_token: end },
    },
  }
}

const GEMMA_SPECIALS = ['<pad>', '<eos>', '<bos>', '<unk>']
const BYTES = Array.from({ length: 256 }, (_, i) => `<0x${i.toString(16).toUpperCase().padStart(2, '0')}>`)

/** Gemma's, as of SigLIP 2: byte pairs of pieces that begin with their space; bytes for what is in no piece. */
const gemma = (): SmallTokenizer => {
  const merges = mergesOf([...WORDS, ...WORDS.map((word) => `▁${word}`)].map((word) => Array.from(word)))
  const vocab = numbered([
    ...GEMMA_SPECIALS,
    ...BYTES,
    '▁',
    ...Array.from('abcdefghijklmnopqrstuvwxyz0123456789'),
    ...joined(merges),
  ])
  return {
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: special(GEMMA_SPECIALS),
      normalizer: { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
      pre_tokenizer: {
        type: 'Split',
        pattern: { String: ' ' },
        behavior: 'MergedWithPrevious',
        invert: false,
      },
      post_processor: template([], ['<eos>'], vocab),
      decoder: null,
      model: {
        ...{ type: 'BPE', dropout: null, unk_token: '<unk>', continuing_subword_prefix: null },
        ...{ end_of_word_suffix: null, fuse_unk: true, byte_fallback: true, vocab, merges },
      },
    },
    config: {
      tokenizer_class: 'GemmaTokenizer',
      ...{ bos_token: '<bos>', eos_token: '<eos>', unk_token: '<unk>', pad_token: '<pad>' },
    },
  }
}

/** Pieces with how likely each is: whole words before their parts, parts before letters. */
const PIECES: readonly (readonly [string, number])[] = [
  ...WORDS.map((word): [string, number] => [`▁${word}`, -2]),
  ...['pho', 'to', 'ca', '▁c', 'é', '你', '好', 's', "'"].map((part): [string, number] => [part, -5]),
  ...['▁', ...Array.from('abcdefhiklmnoprtuv!,.')].map((letter): [string, number] => [letter, -8]),
]

const unigram = (
  specials: readonly string[],
  [before, after]: readonly [readonly string[], readonly string[]],
  normalizers: readonly object[],
): object => {
  const vocab = [...specials.map((text): [string, number] => [text, 0]), ...PIECES]
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special(specials),
    normalizer: { type: 'Sequence', normalizers },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'WhitespaceSplit' },
        { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
      ],
    },
    post_processor: template(before, after, numbered(specials)),
    decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
    model: { type: 'Unigram', unk_id: specials.indexOf('<unk>'), vocab, byte_fallback: false },
  }
}

/** XLM-R's, of Jina's and MetaCLIP 2's: the likeliest pieces, between two specials. */
const xlmRoberta = (): SmallTokenizer => ({
  tokenizer: unigram(['<s>', '<pad>', '</s>', '<unk>'], [['<s>'], ['</s>']], [{ type: 'NFKC' }]),
  config: {
    tokenizer_class: 'XLMRobertaTokenizer',
    ...{ bos_token: '<s>', eos_token: '</s>', unk_token: '<unk>', pad_token: '<pad>' },
  },
})

/** T5's, of SigLIP's: the likeliest pieces, and an end. */
const t5 = (): SmallTokenizer => ({
  tokenizer: unigram(
    ['<pad>', '</s>', '<unk>'],
    [[], ['</s>']],
    [{ type: 'NFKC' }, { type: 'Replace', pattern: { Regex: ' {2,}' }, content: ' ' }],
  ),
  config: {
    tokenizer_class: 'T5Tokenizer',
    ...{ eos_token: '</s>', unk_token: '<unk>', pad_token: '<pad>' },
  },
})

const BERT_SPECIALS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]']

/** BERT's, of Chinese-CLIP's: the longest pieces from the left; each Chinese character is a word. */
const bert = (): SmallTokenizer => {
  const vocab = numbered([
    ...BERT_SPECIALS,
    ...Array.from("你好红车!,.'0123456789abcdefghijklmnopqrstuvwxyz"),
    ...Array.from('abcdefghijklmnopqrstuvwxyz').map((letter) => `##${letter}`),
    ...WORDS,
    ...['pho', '##to', '##tos', 'naive', 'cafe'],
  ])
  return {
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: special(BERT_SPECIALS),
      normalizer: {
        type: 'BertNormalizer',
        ...{ clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
      },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: template(['[CLS]'], ['[SEP]'], vocab),
      decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
      model: {
        ...{ type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##' },
        ...{ max_input_chars_per_word: 100, vocab },
      },
    },
    config: {
      tokenizer_class: 'BertTokenizer',
      ...{ unk_token: '[UNK]', pad_token: '[PAD]', cls_token: '[CLS]', sep_token: '[SEP]' },
    },
  }
}

/** A small tokenizer of each class that the families have, in the shape that transformers writes. */
export const smallTokenizers = { clip, gemma, xlmRoberta, t5, bert } as const
