import * as v from 'valibot'
import { done, failed, type Outcome } from '../../core/outcome'

/** A prompt as the model gets it. */
export interface TokenizedPrompt {
  readonly ids: readonly number[]
  /** Whether its end was cut to fit the model. */
  readonly cut: boolean
}

/** Turns prompts into token ids. */
export interface Tokenizer {
  /** @returns ids with the model's special tokens, at most `maxTokens`, not padded. */
  encode(prompt: string): TokenizedPrompt
}

/**
 * Longest text that is tokenized, in UTF-16 units. No model reads more than a few hundred tokens, while the
 * tokenizer's time grows with the text: this much takes a few milliseconds.
 */
const MAX_CHARACTERS = 20_000

const JsonObject = v.record(v.string(), v.unknown())

/**
 * Builds the tokenizer from the model's own files, already fetched and parsed; the library's hub code is never
 * used. The library is imported here and not before, since a page may live on cached text vectors alone.
 */
export const createTokenizer = async (
  tokenizerJson: unknown,
  tokenizerConfig: unknown,
  maxTokens: number,
): Promise<Outcome<Tokenizer>> => {
  if (!v.is(JsonObject, tokenizerJson) || !v.is(JsonObject, tokenizerConfig))
    return failed({ code: 'MODEL_CORRUPT', file: 'tokenizer.json', detail: 'it is not an object' })
  try {
    const { PreTrainedTokenizer } = await import('@xenova/transformers')
    const library = new PreTrainedTokenizer(tokenizerJson, tokenizerConfig)
    const encode = (text: string) => library.encode(text)
    // The specials around nothing: CLIP has [start, end], a bare word-level tokenizer has none.
    const end = encode('').at(-1)
    return done({
      encode: (prompt) => {
        const ids = encode(prompt.slice(0, MAX_CHARACTERS))
        const cut = ids.length > maxTokens || prompt.length > MAX_CHARACTERS
        if (ids.length <= maxTokens) return { ids, cut }
        const kept = end === undefined ? ids.slice(0, maxTokens) : [...ids.slice(0, maxTokens - 1), end]
        return { ids: kept, cut }
      },
    })
  } catch (error) {
    return failed({ code: 'MODEL_CORRUPT', file: 'tokenizer.json', detail: String(error) })
  }
}
