import { describe, expect, it } from 'vitest'
import { buildMobileClipModel } from '../../../testing/color-model/build-mobileclip-model'
import { buildSiglipModel } from '../../../testing/color-model/build-siglip-model'
import { families, type TextRule } from './model-family'
import { cleanPrompt } from './tokenizer'
import { createTokenizer } from './tokenizer'

type Files = ReadonlyMap<string, Uint8Array | string>

const open = async (files: Files, rule: TextRule) => {
  const json = (path: string): unknown => JSON.parse(String(files.get(path)))
  const outcome = await createTokenizer(
    { tokenizer: json('tokenizer.json'), config: json('tokenizer_config.json') },
    rule,
  )
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

describe('a word tokenizer whose family pads', () => {
  const rule = { ...families.mobileclip.text, maxTokens: 8 }

  it('fills a prompt up with the token that the tokenizer names, not with id 0', async () => {
    const { encode } = await open(buildMobileClipModel(), rule)
    // [START] a red [END], then [PAD]; words without a colour are [UNK].
    expect(encode('a red')).toEqual({ ids: [1, 4, 9, 2, 3, 3, 3, 3], cut: false })
  })

  it('cuts a long prompt and ends it all the same', async () => {
    const { encode } = await open(buildMobileClipModel(), rule)
    const { ids, cut } = encode('a a a a a a a a red')
    expect(ids).toEqual([1, 4, 4, 4, 4, 4, 4, 2])
    expect(cut).toBe(true)
  })
})

describe('a SentencePiece tokenizer', () => {
  const rule = { ...families.siglip.text, maxTokens: 8 }

  it('takes the likeliest pieces of a cleaned prompt, ends it and fills it up', async () => {
    const { encode } = await open(buildSiglipModel({ tellsScale: true }), rule)
    // ▁a ▁photo ▁of ▁orange </s> <pad>: the whole word scores better than ▁or + ange.
    const { ids } = encode('A photo, of ORANGE!')
    expect(ids).toEqual([17, 19, 18, 12, 1, 3, 3, 3])
  })

  it('makes up unknown words of smaller pieces', async () => {
    const { encode } = await open(buildSiglipModel({ tellsScale: true }), rule)
    // ▁or b </s>
    expect(encode('orb').ids.slice(0, 3)).toEqual([20, 24, 1])
  })
})

describe('cleanPrompt', () => {
  it.each([
    ['A photo of a Red-Car.', 'a photo of a redcar'],
    ['  two \t spaces\nand lines ', 'two spaces and lines'],
    ['ÜBER “quoted”', 'über “quoted”'],
    ['!?', ''],
  ])('%s', (prompt, clean) => {
    expect(cleanPrompt(prompt)).toBe(clean)
  })
})

it('a family that pads refuses a tokenizer without a padding token', async () => {
  const files = buildSiglipModel({ tellsScale: true })
  const json = (path: string) => JSON.parse(String(files.get(path))) as Record<string, unknown>
  const config = { ...json('tokenizer_config.json') }
  delete config.pad_token
  delete config.eos_token
  expect(
    await createTokenizer({ tokenizer: json('tokenizer.json'), config }, families.siglip.text),
  ).toMatchObject({
    kind: 'failed',
    error: { code: 'MODEL_CORRUPT', detail: 'it names no padding token' },
  })
})
