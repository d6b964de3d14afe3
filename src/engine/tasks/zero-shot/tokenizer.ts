import { createLate, obtainPart } from '../../../core/async/late'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import { checkTokenizer } from './check-tokenizer'
import type { TextRule } from './model-family'
import type { TokenizerFiles } from './tokenizer-files'

/** Python's `string.punctuation`: the ASCII ones alone. */
const PUNCTUATION = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g

/**
 * A prompt as SigLIP was trained on it: lower case, no punctuation, single spaces. Big Vision's
 * `canonicalize_text`, which Hugging Face's SigLIP tokenizer repeats.
 */
export const cleanPrompt = (prompt: string): string =>
  prompt.toLowerCase().replace(PUNCTUATION, '').replace(/\s+/g, ' ').trim()

/** A prompt as the model gets it. */
export interface TokenizedPrompt {
  readonly ids: readonly number[]
  /** Whether its end was cut to fit the model. */
  readonly cut: boolean
}

/** Turns prompts into token ids. */
export interface Tokenizer {
  /** @returns ids with the model's special tokens, cleaned, cut and padded as its family wants it. */
  encode(prompt: string): TokenizedPrompt
  /** What fills a prompt up where a graph wants a length that the family does not: its padding, else its end. */
  readonly filler: number
}

/**
 * Longest text that is tokenized, in UTF-16 units. No model reads more than a few hundred tokens, while the
 * tokenizer's time grows with the text: this much takes a few milliseconds.
 */
const MAX_CHARACTERS = 20_000

const corrupt = (detail: string) => failed({ code: 'MODEL_CORRUPT', file: 'tokenizer.json', detail })

/** Not loaded before it is needed: a page may live on cached text vectors alone. */
const library = createLate(() =>
  import('@xenova/transformers').then(({ PreTrainedTokenizer }) => ({ PreTrainedTokenizer })),
)

/**
 * Builds the tokenizer from the model's own files, already fetched and parsed; the library's hub code is never
 * used.
 */
export const createTokenizer = async (
  files: TokenizerFiles,
  { maxTokens, padding, cleaning }: TextRule,
): Promise<Outcome<Tokenizer>> => {
  const checked = checkTokenizer(files)
  if (checked.kind !== 'done') return checked
  const loaded = await obtainPart(library)
  if (loaded.kind !== 'done') return loaded
  try {
    const tokenizer = new loaded.value.PreTrainedTokenizer(files.tokenizer, files.config)
    const encode = (text: string) => tokenizer.encode(text)
    // The specials around nothing: CLIP has [start, end], SigLIP [end], a bare word-level tokenizer none.
    const end = encode('').at(-1)
    // Missing where the tokenizer names no padding token, whatever the library's types say.
    const pad = tokenizer.pad_token_id as number | undefined
    if (padding === 'full' && pad === undefined) return corrupt('it names no padding token')

    const fit = (ids: readonly number[]): readonly number[] => {
      if (ids.length > maxTokens)
        return end === undefined ? ids.slice(0, maxTokens) : [...ids.slice(0, maxTokens - 1), end]
      return padding === 'full' && pad !== undefined
        ? [...ids, ...new Array<number>(maxTokens - ids.length).fill(pad)]
        : ids
    }
    return done({
      filler: pad ?? end ?? 0,
      encode: (prompt) => {
        const short = prompt.slice(0, MAX_CHARACTERS)
        const ids = encode(cleaning === 'canonical' ? cleanPrompt(short) : short)
        return { ids: fit(ids), cut: ids.length > maxTokens || prompt.length > MAX_CHARACTERS }
      },
    })
  } catch (error) {
    return corrupt(String(error))
  }
}
