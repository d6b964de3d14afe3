import { isJsonObject } from '../../../core/json-object'
import { done, failedBy, type Outcome } from '../../../core/errors/outcome'
import type { ModelReader } from '../../hub/model-reader'
import { clipTokenizerJson } from './clip-tokenizer-json'

/** What a tokenizer is built from. */
export interface TokenizerFiles {
  /** As `tokenizer.json` has it. */
  readonly tokenizer: unknown
  /** As `tokenizer_config.json` has it. */
  readonly config: unknown
}

/** Tokens that tokenizers fill prompts with, where nothing says which: the last is CLIP's. */
const PADDING = ['<pad>', '[PAD]', '<|endoftext|>'] as const

const padOf = ({ padding, added_tokens: added }: Readonly<Record<string, unknown>>): unknown => {
  if (isJsonObject(padding)) return padding.pad_token
  const tokens = Array.isArray(added) ? added.map((token) => isJsonObject(token) && token.content) : []
  return PADDING.find((token) => tokens.includes(token))
}

/** What of `tokenizer_config.json` changes a token, as the tokenizer itself tells it: two of its special ones. */
const configOf = (tokenizer: unknown): object => {
  if (!isJsonObject(tokenizer)) return {}
  const { model } = tokenizer
  return { pad_token: padOf(tokenizer), unk_token: isJsonObject(model) ? model.unk_token : undefined }
}

/** What reads the small files of a model. */
type SmallFiles = Pick<ModelReader, 'json' | 'text'>

const readTokenizer = async (reader: SmallFiles, signal: AbortSignal): Promise<Outcome<unknown>> => {
  const whole = await reader.json('tokenizer.json', signal)
  if (!failedBy(whole, 'MODEL_NOT_FOUND')) return whole
  const vocabulary = await reader.json('vocab.json', signal)
  // The file that people look for is the one that is named.
  if (vocabulary.kind !== 'done') return failedBy(vocabulary, 'MODEL_NOT_FOUND') ? whole : vocabulary
  const merges = await reader.text('merges.txt', signal)
  return merges.kind === 'done' ? clipTokenizerJson(vocabulary.value, merges.value) : merges
}

/** Reads what a model's tokenizer is built from, and makes up for the files that not every repository has. */
export const readTokenizerFiles = async (
  reader: SmallFiles,
  signal: AbortSignal,
): Promise<Outcome<TokenizerFiles>> => {
  const [tokenizer, config] = await Promise.all([
    readTokenizer(reader, signal),
    reader.json('tokenizer_config.json', signal),
  ])
  if (tokenizer.kind !== 'done') return tokenizer
  if (failedBy(config, 'MODEL_NOT_FOUND'))
    return done({ tokenizer: tokenizer.value, config: configOf(tokenizer.value) })
  return config.kind === 'done' ? done({ tokenizer: tokenizer.value, config: config.value }) : config
}
