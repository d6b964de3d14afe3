import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UnitVector } from '../brands'
import { readTag } from '../question/prompts/tag-prompts'
import { ask, embedTogetherOf, type TagToAsk } from '../question/question'
import { hasNoTag, sureness } from '../question/scoring/answer'
import { toUnitVector } from '../question/scoring/cosine'
import type { AnswerRules, Judgement } from '../question/scoring/judge'
import type { Scoring } from '../question/scoring/ranking'
import { allOf, columnsOf, largestFirst, viewBy } from '../../testing/desk-columns'
import type { AskedInWords } from './tasks/row-judges'
import { NONE_ID } from './view/view'

const WIDTH = 5

const unit = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: WIDTH, maxLength: WIDTH })
  .map((values) => toUnitVector(values.map((value, i) => value + (i === 0 ? 0.5 : 0))))
  .filter((vector) => vector !== null)

interface OwnTag extends TagToAsk {
  readonly id: string
}

/** Words with rivals and phrasings, the rest, neutral texts as tags, and pictures. */
const tagTexts = [
  'car',
  'truck -toy',
  'a | b',
  'other',
  'the rest',
  'thing',
  'dog -cat -fox',
  'bird',
  'scene',
]

const scoring: fc.Arbitrary<Scoring> = fc.record({
  logitScale: fc.constantFrom(1, 20, 100),
  logitBias: fc.constantFrom(0, -10),
  activation: fc.constantFrom('softmax' as const, 'sigmoid' as const),
  calibrated: fc.boolean(),
  temperature: fc.constantFrom(0.3, 1, 4),
})

const rules: fc.Arbitrary<AnswerRules> = fc.record({
  mode: fc.constantFrom('single' as const, 'multi' as const),
  noneMargin: fc.option(fc.constantFrom(-2, 0, 1, 5)),
})

const tags = fc.uniqueArray(
  fc.record({
    text: fc.constantFrom(...tagTexts),
    threshold: fc.option(fc.constantFrom(0, 0.02, 0.5, 0.9, 1)),
    picture: fc.option(fc.record({ embedding: unit, neutral: fc.array(unit, { maxLength: 2 }) }), {
      freq: 3,
    }),
  }),
  { selector: ({ text }) => text, maxLength: tagTexts.length },
)

/** A direction for any prompt. */
const vectorOf = (prompt: string, seed: number): UnitVector => {
  let hash = seed
  const values = Array.from({ length: WIDTH }, () => {
    for (const letter of prompt) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1009
    hash = (hash * 17 + 7) % 1009
    return hash - 500
  })
  return toUnitVector(values) ?? vectorOf(`${prompt}.`, seed)
}

const asked = (
  known: typeof tags extends fc.Arbitrary<infer T> ? T : never,
  answer: AnswerRules,
  seed: number,
) => {
  const question = ask<OwnTag>(
    known.map(({ text, threshold, picture }) => ({
      id: `tag ${text}`,
      threshold,
      readings: [
        picture
          ? { kind: 'picture' as const, text, ...picture }
          : { kind: 'words' as const, text, meaning: readTag(text) },
      ],
    })),
    ['a {}', '{} here'],
    answer,
  )
  const prompts = question.prompts.flat()
  return question.judgeBy(embedTogetherOf(new Map(prompts.map((prompt) => [prompt, vectorOf(prompt, seed)]))))
}

const zeroShot = (
  known: ReturnType<typeof asked>,
  how: Scoring,
  numberOf: (vector: UnitVector) => number,
): AskedInWords => ({
  modelKey: 'model',
  drawingsOnly: false,
  question: {
    task: 'zero-shot',
    tags: known.tags.map(({ id, text, threshold, embedding, rivals, neutralPictures }) => ({
      id,
      text,
      threshold,
      vector: numberOf(embedding),
      rivals: rivals.map(numberOf),
      neutralPictures: neutralPictures?.map(numberOf) ?? null,
    })),
    neutral: known.neutral.map(numberOf),
    scoring: how,
    rules: known.rules,
  },
})

const answersTo = (judgement: Judgement, known: ReturnType<typeof asked>): readonly string[] =>
  hasNoTag(judgement)
    ? [NONE_ID]
    : judgement.ranking.flatMap(({ accepted, index }) => (accepted ? [known.tags[index]?.id ?? ''] : []))

describe('the columns', () => {
  it('say of every row what the judge says of one picture, to the last bit', () => {
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 9 }),
        ...([tags, scoring, rules, fc.nat(1000)] as const),
        (pictures, own, how, answer, seed) => {
          const known = asked(own, answer, seed)
          const { columns, numberOf, know, look } = columnsOf(pictures)
          const question = zeroShot(known, how, numberOf)
          know()
          columns.ask(question)
          const judgements = pictures.map((picture) => known.judge(picture, how))

          const beside = allOf(columns.answersTo(question))
          judgements.forEach(({ ranking }, row) => {
            const labels = known.tags.length
            if (labels > 0) expect(beside.best[row]).toBe(ranking[0]?.index)
            for (const { index, probability, cosine, accepted } of ranking) {
              expect(beside.accepted[row * labels + index]).toBe(Number(accepted))
              expect(beside.scores[row * labels + index]).toBe(Math.fround(probability ?? cosine))
            }
          })

          const bySureness = look(viewBy({ by: 'sureness', descending: true }))
          expect([...(bySureness.order ?? [])]).toEqual(largestFirst(judgements.map(sureness)))

          const counts = new Map<string, number>()
          for (const judgement of judgements)
            for (const id of answersTo(judgement, known)) counts.set(id, (counts.get(id) ?? 0) + 1)
          expect(new Map(bySureness.counts)).toEqual(counts)

          const margins = judgements.flatMap(({ ranking, margin }) =>
            ranking.length > 1 && margin !== null ? [margin] : [],
          )
          if (margins.length === 0) expect(bySureness.meanMargin).toBeNull()
          else
            expect(bySureness.meanMargin).toBeCloseTo(
              margins.reduce((sum, margin) => sum + margin, 0) / margins.length,
              12,
            )

          for (const id of [...known.tags.map((tag) => tag.id), NONE_ID]) {
            const passing = judgements.flatMap((judgement, row) =>
              answersTo(judgement, known).includes(id) ? [row] : [],
            )
            expect([...(look(viewBy({ by: 'added', descending: false }, [id])).order ?? [])]).toEqual(passing)
          }

          known.tags.forEach(({ id }, index) => {
            const scores = judgements.map(({ ranking }) => {
              const score = ranking.find((each) => each.index === index)
              return score?.match ?? score?.cosine ?? NaN
            })
            const byScore = look(viewBy({ by: 'score', descending: true }, [], id))
            expect([...(byScore.order ?? [])]).toEqual(largestFirst(scores))
            // Only rows of this very score: to the last bit.
            scores.forEach((score, row) => {
              const exact = look({
                ...viewBy({ by: 'added', descending: false }),
                filter: { answers: [], ranges: [{ label: id, least: score, most: score }] },
              })
              expect([...(exact.order ?? [])]).toContain(row)
            })
          })
        },
      ),
      { seed: 42, numRuns: 120 },
    )
  })
})
