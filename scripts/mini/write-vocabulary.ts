import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { catalogue } from './draw/catalogue'
import { colours } from './draw/colours'
import { contentWords, countWords, groups, otherWords, stopWords } from './vocabulary'

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'public/models/mini' },
    out: { type: 'string', default: 'node_modules/.cache/mini' },
  },
})

const content = contentWords()
const vocabulary: Record<string, number> = { '[PAD]': 0, '[UNK]': 1 }
for (const item of [...content, ...new Set(stopWords)]) vocabulary[item] = Object.keys(vocabulary).length

const special = (id: number, text: string): object => ({
  id,
  content: text,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
})

/** A word-level tokenizer in the hub's format: lower case, accents dropped, punctuation apart. */
const tokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [special(0, '[PAD]'), special(1, '[UNK]')],
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: true,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  // One masked token at the end: an empty prompt is then a sequence too, which the text tower can run.
  post_processor: {
    type: 'TemplateProcessing',
    single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '[PAD]', type_id: 0 } }],
    pair: [],
    special_tokens: { '[PAD]': { id: '[PAD]', ids: [0], tokens: ['[PAD]'] } },
  },
  decoder: null,
  // WordPiece without a single continuation piece: a word is whole or unknown.
  model: {
    type: 'WordPiece',
    vocab: vocabulary,
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
  },
}

const tokenizerConfig = {
  tokenizer_class: 'PreTrainedTokenizer',
  model_max_length: 32,
  pad_token: '[PAD]',
  unk_token: '[UNK]',
  clean_up_tokenization_spaces: true,
}

/** What the trainer needs to make captions. Word ids from `firstStop` on say nothing of a picture. */
const grammar = {
  vocabulary,
  firstStop: 2 + content.length,
  kinds: catalogue.map((entry) => ({ name: entry.name, category: entry.category, words: entry.kind.words })),
  colours: colours.map((colour) => [colour.name, ...colour.also]),
  counts: countWords,
  groups: groups.map((group) => ({
    words: group.words,
    kinds: group.kinds.map((name) => catalogue.findIndex((entry) => entry.name === name)),
  })),
  other: otherWords,
}

mkdirSync(values.model, { recursive: true })
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.model, 'tokenizer.json'), JSON.stringify(tokenizer))
writeFileSync(join(values.model, 'tokenizer_config.json'), JSON.stringify(tokenizerConfig, null, 2) + '\n')
writeFileSync(join(values.out, 'grammar.json'), JSON.stringify(grammar))
console.log(`${Object.keys(vocabulary).length} words, ${content.length} with meaning`)
