import { describe, expect, it } from 'vitest'
import { smallTokenizers } from '../../../testing/tokenizers/small-tokenizers'
import { createTokenizer } from './tokenizer'

/** What tokenizers differ in: case, punctuation, spaces, apostrophes, accents, Chinese, what they do not know, long words. */
const TEXTS = [
  '',
  'a photo of a red car',
  'A Photo, of CARS!',
  '  two   spaces\n',
  "it's 3 o'clock",
  'naïve café',
  'cafe\u0301',
  '你好 红车',
  '🙂 of',
  'photophoto',
]

/** What Hugging Face's own library in Rust (tokenizers 0.23.2) makes of each of them with the same files. */
const GOLDEN: Readonly<Record<keyof typeof smallTokenizers, readonly (readonly number[])[]>> = {
  clip: [
    [0, 1],
    [0, 288, 449, 450, 288, 452, 454, 1],
    [0, 288, 449, 235, 450, 453, 83, 306, 224, 1],
    [0, 85, 88, 302, 84, 81, 66, 68, 70, 306, 1],
    [0, 455, 8, 306, 242, 302, 230, 68, 77, 80, 68, 298, 1],
    [0, 79, 66, 163, 143, 87, 292, 453, 71, 163, 359, 1],
    [0, 453, 71, 163, 359, 1],
    [0, 196, 157, 128, 197, 133, 379, 199, 154, 130, 200, 157, 356, 1],
    [0, 208, 127, 121, 320, 450, 1],
    [0, 448, 80, 449, 1],
  ],
  gemma: [
    [1],
    [261, 260, 300, 260, 301, 307, 260, 303, 260, 305, 1],
    [69, 260, 84, 268, 275, 280, 275, 48, 260, 301, 260, 71, 69, 86, 87, 37, 1],
    [260, 260, 280, 283, 275, 260, 260, 260, 279, 276, 261, 263, 265, 279, 14, 1],
    [306, 43, 279, 260, 290, 313, 43, 263, 272, 275, 263, 271, 1],
    [274, 261, 199, 179, 282, 265, 260, 304, 266, 199, 173, 1],
    [304, 266, 265, 208, 133, 1],
    [232, 193, 164, 233, 169, 193, 260, 235, 190, 166, 236, 193, 170, 1],
    [244, 163, 157, 134, 260, 301, 1],
    [300, 300, 1],
  ],
  xlmRoberta: [
    [0, 2],
    [0, 4, 5, 6, 4, 7, 8, 2],
    [0, 19, 3, 19, 3, 26, 32, 11, 39, 6, 19, 3, 38, 2],
    [0, 19, 35, 3, 32, 19, 17, 33, 20, 22, 24, 17, 2],
    [0, 9, 18, 17, 19, 3, 19, 32, 18, 22, 29, 32, 22, 28, 2],
    [0, 19, 31, 20, 3, 37, 24, 19, 12, 25, 14, 2],
    [0, 19, 12, 25, 14, 2],
    [0, 19, 15, 16, 19, 3, 2],
    [0, 19, 3, 6, 2],
    [0, 5, 10, 11, 2],
  ],
  t5: [
    [1],
    [3, 4, 5, 3, 6, 7, 1],
    [18, 2, 18, 2, 25, 31, 10, 38, 5, 18, 2, 37, 1],
    [18, 34, 2, 31, 18, 16, 32, 19, 21, 23, 16, 1],
    [8, 17, 16, 18, 2, 18, 31, 17, 21, 28, 31, 21, 27, 1],
    [18, 30, 19, 2, 36, 23, 18, 11, 24, 13, 1],
    [18, 11, 24, 13, 1],
    [18, 14, 15, 18, 2, 1],
    [18, 2, 5, 1],
    [4, 9, 10, 1],
  ],
  bert: [
    [2, 3],
    [2, 22, 74, 75, 22, 76, 77, 3],
    [2, 22, 74, 9, 75, 77, 66, 8, 3],
    [2, 41, 70, 62, 40, 63, 48, 50, 52, 66, 3],
    [2, 78, 11, 40, 15, 36, 11, 24, 59, 62, 50, 58, 3],
    [2, 82, 83, 3],
    [2, 83, 3],
    [2, 4, 5, 6, 7, 3],
    [2, 1, 75, 3],
    [2, 74, 63, 55, 62, 80, 3],
  ],
}

const rule = { maxTokens: 64, padding: 'none', cleaning: 'none' } as const

describe.each(Object.keys(GOLDEN) as (keyof typeof GOLDEN)[])('the tokenizer of %s', (name) => {
  it('gives the ids that its own library gives', async () => {
    const { tokenizer, config } = smallTokenizers[name]()
    const opened = await createTokenizer({ tokenizer, config }, rule)
    if (opened.kind !== 'done') throw new Error(JSON.stringify(opened))
    expect(TEXTS.map((text) => opened.value.encode(text).ids)).toEqual(GOLDEN[name])
  })
})
