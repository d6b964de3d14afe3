import type { Cosine } from '../../src/core/brands'
import { DEFAULT_RULES, judge } from '../../src/core/question/scoring/judge'
import { neutralTagsBeside } from '../../src/core/question/scoring/neutral-tags'
import { catalogue } from './draw/catalogue'
import { cosine, type Examined, type Score } from './examine'
import { createRng, splits } from './draw/prng'
import type { MiniRuntime } from './runtime'

/** Tag lists of the examination beside the everyday one. */
const LISTS = 60
const TAGS = 6

/** How many pictures whose kind is among the tags were accepted, and how many of the others rejected. */
export interface NoneScore {
  readonly accepted: Score
  readonly rejected: Score
}

const add = ({ right, of }: Score, one: boolean): Score => ({ right: right + Number(one), of: of + 1 })

/**
 * Asks of every picture whether it is any of `TAGS` kinds drawn at random, `LISTS` times over, and whether it is
 */
export async function noneScores(
  mini: MiniRuntime,
  pictures: readonly Examined[],
  everyday: readonly number[],
): Promise<{ readonly everyday: NoneScore; readonly random: NoneScore }> {
  const names = catalogue.map((entry) => entry.name)
  const known = await mini.encodeTexts(names)
  const rng = createRng(9_100_000, splits.evaluation)
  const scoring = {
    logitScale: mini.scale,
    logitBias: 0,
    calibrated: true,
    activation: 'softmax',
    temperature: 1,
  } as const

  const score = async (kinds: readonly number[]): Promise<NoneScore> => {
    const tags = kinds.map((kind) => names[kind] ?? '')
    const neutral = await mini.encodeTexts(neutralTagsBeside(tags))
    let accepted: Score = { right: 0, of: 0 }
    let rejected: Score = { right: 0, of: 0 }
    const to = (picture: Examined, text: Float32Array | undefined) =>
      (text ? cosine(picture.embedding, text) : -1) as Cosine
    for (const picture of pictures) {
      const judgement = judge(
        tags.map((tag, i) => ({ tag, threshold: null, cosine: to(picture, known[kinds[i] ?? -1]) })),
        neutral.map((text) => to(picture, text)),
        scoring,
        DEFAULT_RULES,
      )
      if (kinds.includes(picture.kind)) accepted = add(accepted, !judgement.rejected)
      else rejected = add(rejected, judgement.rejected)
    }
    return { accepted, rejected }
  }

  let random: NoneScore = { accepted: { right: 0, of: 0 }, rejected: { right: 0, of: 0 } }
  const sum = (a: Score, b: Score): Score => ({ right: a.right + b.right, of: a.of + b.of })
  for (let i = 0; i < LISTS; i += 1) {
    const kinds = new Set<number>()
    while (kinds.size < TAGS) kinds.add(rng.int(names.length))
    const one = await score([...kinds])
    random = { accepted: sum(random.accepted, one.accepted), rejected: sum(random.rejected, one.rejected) }
  }
  return { everyday: await score(everyday), random }
}
