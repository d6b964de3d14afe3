import { failed, done, type Outcome } from '../../../core/errors/outcome'
import { isJsonObject } from '../../../core/json-object'

const START = '<|startoftext|>'
const END = '<|endoftext|>'

/** What is a word: a special token, a contraction's end, letters, one digit, or other marks. */
const WORDS = String.raw`<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+`

const corrupt = (file: string, detail: string) => failed({ code: 'MODEL_CORRUPT', file, detail })

const special = (content: string, id: number) => ({
  id,
  content,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
})

/**
 * CLIP's tokenizer as `tokenizer.json` would have it, out of the two older files that some repositories have alone. All
 * that they leave out is the same for every CLIP: lower case, one space for many, contractions and digits by
 * themselves, bytes as letters, a word's end as `</w>`.
 * @param vocabulary of `vocab.json`, parsed: ids by token.
 * @param merges of `merges.txt`: a comment, then a pair of tokens a line, the commonest first.
 */
export const clipTokenizerJson = (vocabulary: unknown, merges: string): Outcome<object> => {
  if (!isJsonObject(vocabulary)) return corrupt('vocab.json', 'it is not an object')
  const [start, end] = [vocabulary[START], vocabulary[END]]
  if (typeof start !== 'number' || typeof end !== 'number')
    return failed({ code: 'UNSUPPORTED_MODEL', problem: { kind: 'file-missing', path: 'tokenizer.json' } })
  const pairs = merges.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#version'))
  const wrong = pairs.find((line) => line.split(' ').length !== 2)
  if (wrong !== undefined) return corrupt('merges.txt', 'a line of it is not two tokens')
  return done({
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [special(START, start), special(END, end)],
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFC' },
        { type: 'Replace', pattern: { Regex: String.raw`\s+` }, content: ' ' },
        { type: 'Lowercase' },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        {
          type: 'Split',
          pattern: { Regex: WORDS },
          behavior: 'Removed',
          invert: true,
        },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true },
      ],
    },
    post_processor: {
      type: 'RobertaProcessing',
      sep: [END, end],
      cls: [START, start],
      trim_offsets: false,
      add_prefix_space: false,
    },
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: END,
      continuing_subword_prefix: '',
      end_of_word_suffix: '</w>',
      fuse_unk: false,
      vocab: vocabulary,
      merges: pairs,
    },
  })
}
