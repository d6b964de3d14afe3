import { describe, expect, it } from 'vitest'
import { haveFixtures, readFixtureJson } from '../../../testing/pixels/fixture-files'
import { clipTokenizerJson } from './clip-tokenizer-json'
import { families } from './model-family'
import { createTokenizer } from './tokenizer'

interface TokenizerJson {
  readonly model: {
    readonly vocab: Readonly<Record<string, number>>
    readonly merges: readonly (string | readonly [string, string])[]
  }
}

/** Contractions, digits, scripts, marks, spaces and specials: where a pattern that is not quite the same shows. */
const PROMPTS = [
  'a photo of a cat.',
  "it's the dog's, they're 1234 & we'll see; I'd've",
  '  Two   SPACES\tand\na line ',
  'naïve café Ａ ﬁne',
  '猫 кошка قطة 🐈‍⬛ !!?',
  'a<|endoftext|>b',
  '',
]

const ids = async (tokenizer: unknown): Promise<readonly (readonly number[])[]> => {
  const made = await createTokenizer(
    { tokenizer, config: { pad_token: '<|endoftext|>' } },
    families.clip.text,
  )
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return PROMPTS.map((prompt) => made.value.encode(prompt).ids)
}

describe.skipIf(!haveFixtures())('words and merges', () => {
  it('give the ids of the tokenizer.json of the same model', async () => {
    const published = (await readFixtureJson('clip-tokenizer/tokenizer.json')) as TokenizerJson
    const merges = published.model.merges.map((pair) => (typeof pair === 'string' ? pair : pair.join(' ')))
    const made = clipTokenizerJson(published.model.vocab, ['#version: 0.2', ...merges, ''].join('\n'))
    expect(made.kind === 'done' && (await ids(made.value))).toEqual(await ids(published))
  })
})

describe('what cannot be made a tokenizer', () => {
  it.each([
    ['another model’s words', { '<s>': 0 }, '', 'UNSUPPORTED_MODEL'],
    ['no words', [], '', 'MODEL_CORRUPT'],
    ['lines that are no pairs', { '<|startoftext|>': 0, '<|endoftext|>': 1 }, 'a b c', 'MODEL_CORRUPT'],
  ])('is refused: %s', (_, vocabulary, merges, code) => {
    expect(clipTokenizerJson(vocabulary, merges)).toMatchObject({ kind: 'failed', error: { code } })
  })
})
