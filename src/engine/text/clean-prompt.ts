/** Python's `string.punctuation`: the ASCII ones alone. */
const PUNCTUATION = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g

/**
 * A prompt as SigLIP was trained on it: lower case, no punctuation, single spaces. Big Vision's
 * `canonicalize_text`, which Hugging Face's SigLIP tokenizer repeats.
 */
export const cleanPrompt = (prompt: string): string =>
  prompt.toLowerCase().replace(PUNCTUATION, '').replace(/\s+/g, ' ').trim()
