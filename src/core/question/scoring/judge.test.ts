import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cosine } from '../../brands'
import { DEFAULT_RULES, judge, type AnswerRules, type TagCosines } from './judge'
import type { Scoring } from './ranking'

const clip: Scoring = {
  logitScale: 100,
  logitBias: 0,
  calibrated: true,
  activation: 'softmax',
  temperature: 1,
}
const siglip: Scoring = {
  logitScale: 10,
  logitBias: -5,
  calibrated: true,
  activation: 'sigmoid',
  temperature: 1,
}

const ask = (cosines: Readonly<Record<string, number>>, thresholds: Readonly<Record<string, number>> = {}) =>
  Object.entries(cosines).map(([tag, cosine]): TagCosines => ({
    tag,
    cosine: cosine as Cosine,
    threshold: thresholds[tag] ?? null,
  }))
const neutral = (...cosines: number[]) => cosines as Cosine[]
const rules = (change: Partial<AnswerRules> = {}): AnswerRules => ({ ...DEFAULT_RULES, ...change })
const accepted = (judgement: ReturnType<typeof judge>) =>
  judgement.ranking.filter((tag) => tag.accepted).map(({ tag }) => tag)

const cosine = fc.double({ min: -1, max: 1, noNaN: true })
const asked = fc
  .array(fc.tuple(cosine, fc.option(fc.double({ min: 0, max: 1, noNaN: true }))), {
    minLength: 1,
    maxLength: 20,
  })
  .map((tags) =>
    tags.map(([value, threshold], i): TagCosines => ({ tag: `t${i}`, cosine: value as Cosine, threshold })),
  )
const bank = fc.array(cosine, { maxLength: 6 }).map((values) => values as Cosine[])
const anyRules = fc.record({
  mode: fc.constantFrom('single' as const, 'multi' as const),
  noneMargin: fc.option(fc.double({ min: -20, max: 20, noNaN: true })),
})

describe('a ranking', () => {
  it('puts the nearest tag first and keeps each tag’s place in the list', () => {
    const { ranking } = judge(ask({ red: 0.1, green: 0.9, blue: 0.2 }), [], clip, rules())
    expect(ranking.map(({ tag, index, rank }) => [tag, index, rank])).toEqual([
      ['green', 1, 0],
      ['blue', 2, 1],
      ['red', 0, 2],
    ])
  })

  it('gives each tag the same scores in whatever order the tags are listed', () => {
    fc.assert(
      fc.property(asked, bank, anyRules, (tags, texts, chosen) => {
        const scores = (list: readonly TagCosines[]) =>
          new Map(
            judge(list, texts, clip, chosen).ranking.map(({ tag, match, probability }) => [
              tag,
              [match, probability?.toFixed(9)],
            ]),
          )
        expect(scores([...tags].reverse())).toEqual(scores(tags))
      }),
    )
  })

  it('is flatter at a higher temperature, in the same order, and matches stay', () => {
    const tags = ask({ a: 0.5, b: 0.45, c: 0.4 })
    const sharp = judge(tags, neutral(0.3), clip, rules()).ranking
    const flat = judge(tags, neutral(0.3), { ...clip, temperature: 10 }, rules()).ranking
    expect(flat.map(({ tag }) => tag)).toEqual(sharp.map(({ tag }) => tag))
    expect(flat[0]?.probability).toBeLessThan(sharp[0]?.probability ?? 0)
    expect(flat.map(({ match }) => match)).toEqual(sharp.map(({ match }) => match))
  })

  it('names what lies between the best and the second, and is empty without tags', () => {
    const { ranking, margin } = judge(ask({ a: 0.3, b: 0.29 }), [], clip, rules())
    expect(margin).toBeCloseTo((ranking[0]?.probability ?? 0) - (ranking[1]?.probability ?? 0), 12)
    expect(judge([], neutral(0.2), clip, rules())).toEqual({ ranking: [], rejected: false, margin: 0 })
  })
})

describe('a match', () => {
  it('is a tag’s share beside the neutral texts, whatever the other tags', () => {
    const alone = judge(ask({ car: 0.26 }), neutral(0.25, 0.24), clip, rules()).ranking[0]
    const among = judge(ask({ cat: 0.4, car: 0.26 }), neutral(0.25, 0.24), clip, rules()).ranking[1]
    expect(among?.match).toBe(alone?.match)
    // exp(1) / (exp(1) + exp(0) + exp(-1))
    expect(alone?.match).toBeCloseTo(0.6652, 4)
  })

  it('is the model’s own sigmoid where it judges each tag alone', () => {
    const [tag] = judge(ask({ car: 0.638 }), neutral(0.2), siglip, rules()).ranking
    // A cosine of 0.638 makes a logit of 1.38, and 1 / (1 + exp(-1.38)) is 0.800.
    expect(tag?.match).toBeCloseTo(0.799, 3)
    expect(tag?.probability).toBe(tag?.match)
  })

  it('is not known without neutral texts', () => {
    expect(judge(ask({ car: 0.3 }), [], clip, rules()).ranking[0]?.match).toBeNull()
  })
})

describe('none of these', () => {
  it('is the answer where the best tag does not beat the best neutral text by the margin', () => {
    const tags = ask({ car: 0.27, truck: 0.2 })
    expect(judge(tags, neutral(0.25, 0.1), clip, rules({ noneMargin: 1.9 })).rejected).toBe(false)
    const none = judge(tags, neutral(0.25, 0.1), clip, rules({ noneMargin: 2.1 }))
    expect(none.rejected).toBe(true)
    expect(accepted(none)).toEqual([])
  })

  it('is never the answer where nothing is to be rejected', () => {
    fc.assert(
      fc.property(asked, bank, (tags, texts) => {
        const open = tags.map((tag) => ({ ...tag, threshold: null }))
        expect(judge(open, texts, clip, rules({ noneMargin: null })).rejected).toBe(false)
      }),
    )
  })

  it('never becomes less likely with a larger margin', () => {
    fc.assert(
      fc.property(
        asked,
        bank,
        anyRules,
        fc.double({ min: 0, max: 10, noNaN: true }),
        (tags, texts, chosen, more) => {
          const noneMargin = chosen.noneMargin ?? 0
          if (!judge(tags, texts, clip, { ...chosen, noneMargin }).rejected) return
          expect(judge(tags, texts, clip, { ...chosen, noneMargin: noneMargin + more }).rejected).toBe(true)
        },
      ),
    )
  })

  it('leaves no tag accepted, and any other answer at least one', () => {
    fc.assert(
      fc.property(asked, bank, anyRules, (tags, texts, chosen) => {
        const judgement = judge(tags, texts, clip, chosen)
        expect(accepted(judgement).length > 0).toBe(!judgement.rejected)
        if (chosen.mode === 'single') expect(accepted(judgement).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('a tag for the rest', () => {
  it('comes first just where no other tag fits, whatever its own text scores', () => {
    fc.assert(
      fc.property(asked, bank, cosine, anyRules, (tags, texts, own, chosen) => {
        const noneMargin = chosen.noneMargin ?? 1
        if (texts.length === 0) return
        const rest: TagCosines = { tag: 'Other', cosine: own as Cosine, threshold: null }
        const judgement = judge([rest, ...tags], texts, clip, { ...chosen, noneMargin })
        expect(judgement.rejected).toBe(judge(tags, texts, clip, { ...chosen, noneMargin }).rejected)
        expect(judgement.ranking[0]?.tag === 'Other').toBe(judgement.rejected)
        expect(accepted(judgement).includes('Other')).toBe(judgement.rejected)
      }),
    )
  })

  it('is a tag like any other where nothing is rejected', () => {
    const { ranking } = judge(ask({ car: 0.2, other: 0.3 }), neutral(0.25), clip, rules({ noneMargin: null }))
    expect(ranking[0]).toMatchObject({ tag: 'other', accepted: true, logit: 30 })
  })

  it('is still named as it was typed, with the cosine of its text', () => {
    const { ranking } = judge(ask({ car: 0.2, other: 0.1 }), neutral(0.25), clip, rules())
    expect(ranking[0]).toMatchObject({ tag: 'other', cosine: 0.1, logit: 26, accepted: true })
  })
})

describe('an exclusion', () => {
  const car = (own: number, rival: number): TagCosines => ({
    tag: 'car -toy',
    cosine: own as Cosine,
    threshold: null,
    rivals: [rival as Cosine],
  })
  const logitOf = (tag: TagCosines) => judge([tag], neutral(0.2), clip, rules()).ranking[0]?.logit ?? NaN

  it('leaves a tag alone that it does not come near', () => {
    expect(logitOf(car(0.3, 0.1))).toBeCloseTo(30, 6)
  })

  it('costs a tag as much as it is beaten by, so that the tag may fit no more', () => {
    expect(logitOf(car(0.25, 0.3))).toBeCloseTo(25 - 5, 1)
    expect(judge([car(0.25, 0.3)], neutral(0.23), clip, rules()).rejected).toBe(true)
    expect(judge([car(0.25, 0.1)], neutral(0.23), clip, rules()).rejected).toBe(false)
  })

  it('never helps a tag, and costs more the nearer it comes', () => {
    fc.assert(
      fc.property(cosine, cosine, cosine, (own, a, b) => {
        const [far, near] = [Math.min(a, b), Math.max(a, b)]
        expect(logitOf(car(own, near))).toBeLessThanOrEqual(logitOf(car(own, far)) + 1e-9)
        expect(logitOf(car(own, far))).toBeLessThanOrEqual(own * 100 + 1e-9)
      }),
    )
  })
})

describe('several tags', () => {
  const tags = ask({ car: 0.31, red: 0.28, truck: 0.2 })

  it('are accepted at once, each by itself', () => {
    expect(accepted(judge(tags, neutral(0.25), clip, rules({ mode: 'multi' })))).toEqual(['car', 'red'])
    expect(accepted(judge(tags, neutral(0.25), clip, rules()))).toEqual(['car'])
  })

  it('obey thresholds of their own', () => {
    const strict = ask({ car: 0.31, red: 0.28, truck: 0.2 }, { red: 0.99, truck: 0.01 })
    expect(accepted(judge(strict, neutral(0.25), clip, rules({ mode: 'multi' })))).toEqual(['car'])
    const lenient = ask({ car: 0.31, truck: 0.2 }, { truck: 0.005 })
    expect(accepted(judge(lenient, neutral(0.25), clip, rules({ mode: 'multi' })))).toEqual(['car', 'truck'])
  })

  it('shares sum to 1, the rest included', () => {
    fc.assert(
      fc.property(asked, bank, anyRules, (list, texts, chosen) => {
        const rest: TagCosines = { tag: 'other', cosine: 0 as Cosine, threshold: null }
        const { ranking } = judge([...list, rest], texts, clip, chosen)
        expect(ranking.reduce((sum, { probability }) => sum + (probability ?? NaN), 0)).toBeCloseTo(1, 9)
        for (const { match } of ranking) expect(match === null || (match >= 0 && match <= 1)).toBe(true)
      }),
    )
  })
})

describe('without a scale of the model’s own', () => {
  const unknown: Scoring = { ...siglip, calibrated: false }

  it('there is an order, and no number but the cosine', () => {
    const { ranking, margin } = judge(ask({ red: 0.1, green: 0.9 }), neutral(0.3), unknown, rules())
    expect(margin).toBeNull()
    expect(ranking).toMatchObject([
      { tag: 'green', rank: 0, cosine: 0.9, probability: null, logit: null, match: null },
      { tag: 'red', rank: 1, cosine: 0.1, probability: null, logit: null, match: null },
    ])
  })

  it('a tag still has to beat the texts that say nothing, and thresholds wait', () => {
    expect(accepted(judge(ask({ car: 0.5 }), neutral(0.3), unknown, rules()))).toEqual(['car'])
    expect(judge(ask({ car: 0.35 }), neutral(0.3), unknown, rules()).rejected).toBe(true)
    // By its sigmoid a logit of 0 would not reach 0.9.
    expect(accepted(judge(ask({ car: 0.5 }, { car: 0.9 }), neutral(0.3), unknown, rules()))).toEqual(['car'])
  })
})
