import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Cosine, UnitVector } from '../../../src/core/brands.ts'
import type { ZeroShotQuestion } from '../../../src/core/desk/tasks/zero-shot/zero-shot-judge.ts'
import { npyHeader } from '../../../src/core/exports/npy.ts'
import { cosine, toUnitVector } from '../../../src/core/question/scoring/cosine.ts'
import { judge } from '../../../src/core/question/scoring/judge.ts'
import { judgeByHead } from '../../../src/core/tasks/own/judge-by-head.ts'
import { firstChoice, fitHead } from '../../../src/core/tasks/own/train.ts'
import { clouds, normals } from '../../../src/testing/clouds.ts'
import { hasPython } from './python.ts'
import { makeFolder, saveJob, withJob, type Row } from './save-job.ts'

const folder = makeFolder()

const WIDTH = 24
const PICTURES = 150

const normal = normals(7)
const randomUnit = (near?: Float32Array): UnitVector => {
  const vector = toUnitVector(Float32Array.from({ length: WIDTH }, (_, k) => normal() + 2 * (near?.[k] ?? 0)))
  if (!vector) throw new Error('a random vector has a direction')
  return vector
}

const vectors = Array.from({ length: 14 }, () => randomUnit())
const pictures = Array.from({ length: PICTURES }, (_, i) => randomUnit(vectors[i % 5]))

/** Vectors as a file that NumPy opens. */
const writeVectors = (name: string, rows: readonly Float32Array[]): string => {
  const file = path.join(folder, name)
  const numbers = rows.map((row) => new Uint8Array(Float32Array.from(row).buffer))
  writeFileSync(file, Buffer.concat([npyHeader('<f4', [rows.length, WIDTH]), ...numbers]))
  return file
}

const plain = (text: string, vector: number): ZeroShotQuestion['tags'][number] => ({
  ...{ id: text, text, vector, threshold: null, rivals: [], neutralPictures: null },
})

const TAGS = [
  plain('car', 0),
  { ...plain("dog's | \\u0027 -toy", 1), rivals: [5, 6] },
  { ...plain('猫 🐈', 2), threshold: 0.4 },
  { ...plain('a picture', 3), neutralPictures: [7, 8] },
  { ...plain('other', 4), threshold: 0 },
]

const CLIP = {
  logitScale: 30,
  logitBias: 0,
  calibrated: true,
  activation: 'softmax',
  temperature: 1,
} as const
const SIGLIP = { ...CLIP, logitScale: 10, logitBias: -5, activation: 'sigmoid' } as const
const RULES = { mode: 'single', noneMargin: 1 } as const

const questions: Readonly<Record<string, Omit<ZeroShotQuestion, 'task'>>> = {
  'one tag or none': { tags: TAGS, neutral: [9, 10, 11], scoring: CLIP, rules: RULES },
  'several tags': { tags: TAGS, neutral: [9, 10, 11], scoring: CLIP, rules: { ...RULES, mode: 'multi' } },
  'never none, flatter': {
    ...{ tags: TAGS, neutral: [9], scoring: { ...CLIP, temperature: 3 } },
    rules: { ...RULES, noneMargin: null },
  },
  'without neutral texts': { tags: TAGS, neutral: [], scoring: CLIP, rules: RULES },
  'of a sigmoid model': { tags: TAGS, neutral: [9, 10], scoring: SIGLIP, rules: { ...RULES, mode: 'multi' } },
  'of a model without a scale': {
    ...{ tags: TAGS, neutral: [9, 10], scoring: { ...CLIP, calibrated: false }, rules: RULES },
  },
  'of pictures alone': { tags: TAGS.slice(3, 4), neutral: [], scoring: CLIP, rules: RULES },
  'of the rest alone': { tags: TAGS.slice(4), neutral: [9], scoring: CLIP, rules: RULES },
}

const at = (number: number): UnitVector => {
  const vector = vectors[number]
  if (!vector) throw new Error(`no vector ${number}`)
  return vector
}

/** What the page says. */
const judged = ({ tags, neutral, scoring, rules }: Omit<ZeroShotQuestion, 'task'>, picture: UnitVector) =>
  judge(
    tags.map(({ text, threshold, vector, rivals, neutralPictures }) => ({
      ...{ tag: text, threshold, cosine: cosine(picture, at(vector)) },
      rivals: rivals.map((rival) => cosine(picture, at(rival))),
      ...(neutralPictures && {
        neutralPictures: neutralPictures.flatMap((one): Cosine[] => [
          cosine(picture, at(one)),
          cosine(at(vector), at(one)),
        ]),
      }),
    })),
    neutral.map((one) => cosine(picture, at(one))),
    scoring,
    rules,
  )

const near = (theirs: number | null, ours: number | null) => {
  if (theirs === null || ours === null) expect(theirs).toBe(ours)
  else expect(Math.abs(theirs - ours)).toBeLessThan(1e-6)
}

const JUDGE = `
import numpy as np
print(json.dumps(job.create_judge().judge(np.load(sys.argv[2]))))`

describe.skipIf(!hasPython('numpy', 'PIL'))('scores of the Python job are the page’s', () => {
  it.each(Object.entries(questions))('%s', (_, question) => {
    const asked = { task: 'zero-shot', ...question } as const
    const file = saveJob(folder, {
      kind: 'question',
      question: asked,
      vectors,
      templates: ['{}'],
      neutralTexts: [],
    })
    const rows = withJob(file, JUDGE, writeVectors('pictures.npy', pictures)) as readonly Row[]
    expect(rows).toHaveLength(PICTURES)
    rows.forEach((row, i) => {
      const { ranking, rejected, margin } = judged(question, pictures[i] ?? randomUnit())
      expect([row.top, row.rejected]).toEqual([ranking[0]?.tag, rejected])
      expect(row.accepted).toEqual(ranking.filter(({ accepted }) => accepted).map(({ tag }) => tag))
      near(row.margin, margin)
      for (const { tag, index, cosine: ours, logit, probability, match, rank, accepted } of ranking) {
        const label = row.labels[index]
        expect([label?.label, label?.rank, label?.accepted]).toEqual([tag, rank + 1, accepted])
        near(label?.cosine ?? NaN, ours)
        near(label?.logit ?? null, logit)
        near(label?.probability ?? null, probability)
        near(label?.match ?? null, match)
      }
    })
  })

  it.each(['single', 'multi'] as const)('of a classifier, %s', (mode) => {
    const set = clouds({ width: WIDTH })
    const head = { ...fitHead(set, firstChoice(set)), mode }
    const classes = Array.from(head.biases, (_, i) => `class ${i}`)
    const learned = [0, 2]
    const file = saveJob(folder, { kind: 'classifier', classes, head, learned })
    const rows = withJob(file, JUDGE, writeVectors('pictures.npy', pictures)) as readonly Row[]
    rows.forEach((row, i) => {
      const { probabilities, answers, margin } = judgeByHead(head, learned, pictures[i] ?? randomUnit())
      expect(new Set(row.accepted)).toEqual(new Set(answers.map((place) => classes[place])))
      near(row.margin, margin)
      expect(row.labels).toHaveLength(mode === 'single' ? classes.length : learned.length)
      for (const { label, probability } of row.labels)
        near(probability, probabilities[classes.indexOf(label)] ?? NaN)
    })
  })
})
