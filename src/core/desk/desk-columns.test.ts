import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UnitVector } from '../brands'
import { readTag } from '../question/prompts/tag-prompts'
import { ask, embedTogetherOf, type TagToAsk } from '../question/question'
import { hasNoTag, sureness } from '../question/scoring/answer'
import { toUnitVector } from '../question/scoring/cosine'
import type { AnswerRules, Judgement } from '../question/scoring/judge'
import type { Scoring } from '../question/scoring/ranking'
import { toClassLogits } from '../tasks/fixed-labels/class-logits'
import { classProbabilities, topClasses } from '../tasks/fixed-labels/rank-classes'
import { sumCategories } from '../tasks/fixed-labels/imagenet/sum-categories'
import { categoryId, idOfClass } from '../tasks/fixed-labels/label-ids'
import { createDeskColumns, type Arranged, type AskedOfRows } from './desk-columns'
import { NONE_ID, type Sort, type View } from './view/view'

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

const NOTHING_NEW = {
  added: { rows: new Uint32Array(), names: [], dates: new Float64Array(), sizes: new Float64Array() },
  removed: [],
  order: null,
  flags: { rows: new Uint32Array(), values: new Uint8Array() },
  encoded: null,
}

const viewBy = (sort: Sort, filter: readonly string[] = [], scoreOf: string | null = null): View => ({
  filter: { answers: filter, ranges: [] },
  sort,
  scoreOf,
  likeTo: null,
})

/** Columns of these rows, and what they say. */
const columnsOf = (vectors: readonly Float32Array[]) => {
  const columns = createDeskColumns()
  const rows = Uint32Array.from(vectors.keys())
  const width = vectors[0]?.length ?? 0
  const values = new Float32Array(vectors.length * width)
  vectors.forEach((vector, i) => {
    values.set(vector, i * width)
  })
  columns.tell({
    ...NOTHING_NEW,
    added: {
      rows,
      names: vectors.map((_, i) => `${i}.png`),
      dates: new Float64Array(rows.length),
      sizes: new Float64Array(rows.length),
    },
    encoded: { modelKey: 'model', rows, values },
  })
  const numbers = new Map<UnitVector, number>()
  const numberOf = (vector: UnitVector) => {
    const number = numbers.get(vector) ?? numbers.size
    numbers.set(vector, number)
    return number
  }
  /** Takes down what the numbers stand for. */
  const know = () => {
    const texts = new Float32Array(numbers.size * width)
    for (const [vector, number] of numbers) texts.set(vector, number * width)
    columns.know({ numbers: [...numbers.values()], values: texts, forgotten: [] })
  }
  const look = (view: View): Arranged => {
    const steps = columns.arrange(view)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }
  return { columns, numberOf, know, look }
}

const zeroShot = (
  known: ReturnType<typeof asked>,
  how: Scoring,
  numberOf: (vector: UnitVector) => number,
): AskedOfRows => ({
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

/** Places of the largest first; equals as they are. */
const largestFirst = (values: readonly number[]): readonly number[] =>
  [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))

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

  it('say of a classifier’s rows what its ranking says, by categories and by classes', () => {
    const logits = fc
      .array(fc.integer({ min: -8, max: 8 }), { minLength: 30, maxLength: 30 })
      .map((values) => toClassLogits(Float32Array.from(values)))
      .filter((row) => row !== null)
    fc.assert(
      fc.property(
        fc.array(logits, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(null, 0 as const, 1 as const),
        (pictures, imagenet) => {
          const { columns, look } = columnsOf(pictures)
          columns.ask({
            modelKey: 'model',
            drawingsOnly: false,
            question: { task: 'fixed-labels', labels: 30, imagenet },
          })
          const best = pictures.map((row) => {
            const probabilities = classProbabilities(row)
            const [top] = topClasses(row, probabilities, [], 1)
            const [category] =
              imagenet === null
                ? []
                : sumCategories(probabilities, imagenet).toSorted((a, b) => b.probability - a.probability)
            return category
              ? { id: categoryId(category.category), probability: category.probability }
              : { id: idOfClass(top?.classId ?? -1), probability: top?.probability ?? -1 }
          })
          const { order, counts } = look(viewBy({ by: 'sureness', descending: true }))
          expect([...(order ?? [])]).toEqual(largestFirst(best.map(({ probability }) => probability)))
          const expected = new Map<string, number>()
          for (const { id } of best) expected.set(id, (expected.get(id) ?? 0) + 1)
          expect(new Map(counts)).toEqual(expected)
        },
      ),
      { seed: 42, numRuns: 100 },
    )
  })
})
