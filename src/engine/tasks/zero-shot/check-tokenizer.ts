import { isJsonObject } from '../../../core/json-object'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import type { TokenizerFiles } from './tokenizer-files'

/** A part of `tokenizer.json`: the kinds of it that can be built, and where a sequence keeps its members. */
interface Part {
  readonly members: string
  readonly kinds: readonly string[]
}

/** What `@huggingface/tokenizers` builds; it throws at any other kind. */
const PARTS: Readonly<Record<string, Part>> = {
  normalizer: {
    members: 'normalizers',
    kinds: [
      ...['BertNormalizer', 'Precompiled', 'Replace', 'NFC', 'NFD', 'NFKC', 'NFKD', 'Strip', 'StripAccents'],
      ...['Lowercase', 'Prepend'],
    ],
  },
  pre_tokenizer: {
    members: 'pretokenizers',
    kinds: [
      ...[
        'BertPreTokenizer',
        'Whitespace',
        'WhitespaceSplit',
        'Metaspace',
        'ByteLevel',
        'Split',
        'Punctuation',
      ],
      ...['Digits', 'Replace', 'FixedLength'],
    ],
  },
  post_processor: {
    members: 'processors',
    kinds: ['TemplateProcessing', 'ByteLevel', 'BertProcessing', 'RobertaProcessing'],
  },
  decoder: {
    members: 'decoders',
    kinds: [
      ...['ByteLevel', 'WordPiece', 'Metaspace', 'BPEDecoder', 'CTC', 'Replace', 'Fuse', 'Strip'],
      'ByteFallback',
    ],
  },
}

/** The first kind of a part that cannot be built, `null` where all can. */
const unknownKind = (json: unknown, part: Part): string | null => {
  if (json === null) return null
  if (!isJsonObject(json)) return 'none'
  if (json.type !== 'Sequence') return part.kinds.includes(String(json.type)) ? null : String(json.type)
  const members = json[part.members]
  if (!Array.isArray(members)) return 'Sequence'
  for (const member of members) {
    const unknown = unknownKind(member, part)
    if (unknown !== null) return unknown
  }
  return null
}

/** What is wrong with the words of a tokenizer, `null` where nothing is. */
const wrongModel = (model: unknown): string | null => {
  if (!isJsonObject(model)) return 'it has no model'
  const { type, vocab } = model
  const isList = Array.isArray(vocab)
  return (type === 'Unigram' ? isList : isList || isJsonObject(vocab)) ? null : 'its model has no vocabulary'
}

const corrupt = (file: string, detail: string) => failed({ code: 'MODEL_CORRUPT', file, detail })

/** Says whether a tokenizer can be built of these files, without building it. Both the plan and the load ask. */
export const checkTokenizer = ({ tokenizer, config }: TokenizerFiles): Outcome<null> => {
  const file = 'tokenizer.json'
  if (!isJsonObject(config)) return corrupt('tokenizer_config.json', 'it is not an object')
  if (!isJsonObject(tokenizer)) return corrupt(file, 'it is not an object')
  for (const [name, part] of Object.entries(PARTS)) {
    const json = tokenizer[name]
    if (json === undefined) return corrupt(file, `${name} is missing`)
    const unknown = unknownKind(json, part)
    if (unknown !== null)
      return failed({
        code: 'UNSUPPORTED_MODEL',
        detail: `its tokenizer has a ${name} that is not known: ${unknown}`,
      })
  }
  const wrong = Array.isArray(tokenizer.added_tokens)
    ? wrongModel(tokenizer.model)
    : 'added_tokens is not a list'
  return wrong === null ? done(null) : corrupt(file, wrong)
}
