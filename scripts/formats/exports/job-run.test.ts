import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cosine, toUnitVector } from '../../../src/core/question/scoring/cosine.ts'
import { sha256 } from '../../../src/testing/pixels/pixel-pattern.ts'
import { NO_FIXTURES } from '../../fixtures/shared-models.ts'
import { hasPython, PYTHON } from './python.ts'
import { CROP, fixtures, hasFixtures, makeFolder, MODEL, recipeOf, saveJob, type Row } from './save-job.ts'

const folder = makeFolder()

/** Why none of this runs here; `null` where it does. */
const missing = !hasFixtures
  ? NO_FIXTURES
  : hasPython('numpy', 'PIL', 'onnxruntime')
    ? null
    : `${PYTHON} has no numpy, Pillow and onnxruntime`

describe('the Python job ranks photographs', () => {
  const reference = JSON.parse(
    hasFixtures ? readFileSync(path.join(fixtures, 'reference/standin-clip.json'), 'utf8') : '{}',
  ) as {
    readonly labels: readonly string[]
    readonly text_embeds: readonly (readonly number[])[]
    readonly images: Readonly<
      Record<
        string,
        { readonly image_embeds: readonly number[]; readonly top: readonly { readonly label: string }[] }
      >
    >
  }
  const unit = (values: readonly number[]) => {
    const vector = toUnitVector(values)
    if (!vector) throw new Error('the reference has vectors')
    return vector
  }
  const tower = path.join(fixtures, 'standin-clip/vision_model.onnx')
  let job = ''

  beforeAll(async () => {
    if (missing !== null) return
    const tags = reference.labels.map((text, vector) => ({
      ...{ id: text, text, vector, threshold: null, rivals: [], neutralPictures: null },
    }))
    const question = {
      task: 'zero-shot',
      tags,
      neutral: [],
      rules: { mode: 'single', noneMargin: 1 },
      scoring: { logitScale: 100, logitBias: 0, calibrated: true, activation: 'softmax', temperature: 1 },
    } as const
    const rows = reference.text_embeds.map(unit)
    const hash = await sha256(Uint8Array.from(readFileSync(tower)))
    job = saveJob(
      folder,
      { kind: 'question', question, vectors: rows, templates: ['a photo of a {}'], neutralTexts: [] },
      recipeOf(CROP, 'bicubic'),
      { ...MODEL, files: [{ path: 'onnx/vision_model.onnx', sha256: hash }] },
    )
  })

  const run = (...args: readonly string[]) =>
    execFileSync(PYTHON, [job, path.join(fixtures, 'photos'), '--model', tower, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 2 ** 28,
    })

  it('as the reference does, in order, whether one process works or two', ({ skip }) => {
    if (missing !== null) skip(missing)
    const lines = run('--workers', '1')
    const rows = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Row & { readonly path: string; readonly error: string | null })
    const known = rows.filter(({ path: file }) => reference.images[path.basename(file)])
    expect(known).toHaveLength(Object.keys(reference.images).length)
    for (const { path: file, top, labels, error } of known) {
      const expected = reference.images[path.basename(file)]
      expect([error, top]).toEqual([null, expected?.top[0]?.label])
      const vector = unit(expected?.image_embeds ?? [])
      // The reference is rounded to six digits.
      labels.forEach(({ cosine: theirs }, i) => {
        expect(Math.abs((theirs ?? NaN) - cosine(vector, unit(reference.text_embeds[i] ?? [])))).toBeLessThan(
          2e-4,
        )
      })
    }
    expect(run('--workers', '2', '--batch', '5')).toBe(lines)
  })

  it('refuses a model that is another, and results that are there', ({ skip }) => {
    if (missing !== null) skip(missing)
    const other = path.join(fixtures, 'standin-clip/text_model.onnx')
    const ask =
      (...args: readonly string[]) =>
      () =>
        execFileSync(PYTHON, [job, ...args], { stdio: 'pipe' })
    expect(ask(path.join(fixtures, 'photos'), '--model', other)).toThrow(/is not the file that Taglens had/)
    writeFileSync(path.join(folder, 'there.jsonl'), '')
    expect(
      ask(path.join(fixtures, 'photos'), '--model', tower, '--out', path.join(folder, 'there.jsonl')),
    ).toThrow(/is there already/)
  })
})
