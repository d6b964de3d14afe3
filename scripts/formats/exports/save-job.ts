import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { type JobModel, type JobTask, writePythonJob } from '../../../src/core/exports/job/python-job.ts'
import { toRecipe, type Fit, type Recipe, type Resample } from '../../../src/core/pixels/recipe.ts'
import { pythonJson } from './python.ts'

const root = path.resolve(import.meta.dirname, '../../..')
export const fixtures = path.resolve(root, process.env.TAGLENS_SHARED ?? '../shared', 'fixtures')
export const hasFixtures = existsSync(fixtures)
if (!hasFixtures)
  console.warn('Skipped: ../shared is not on this machine (TAGLENS_SHARED may say where it is).')

/** A folder for the files of a test. */
export const makeFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'taglens-job-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

export const CROP: Fit = { kind: 'crop', resizeTo: 224, width: 224, height: 224 }
export const recipeOf = (fit: Fit, resample: Resample, change: Partial<Recipe> = {}): Recipe =>
  toRecipe({
    ...{ fit, resample, rescale: 1 / 255 },
    mean: [0.48145466, 0.4578275, 0.40821073],
    std: [0.26862954, 0.26130258, 0.27577711],
    ...change,
  })

export const MODEL: JobModel = {
  ...{ id: "some/model'''", revision: 'abc', dtype: 'fp32', url: null },
  files: [{ path: 'onnx/vision_model.onnx', sha256: null }],
}

let jobs = 0

/** Writes a job into a file, as a person saves it. */
export const saveJob = (
  folder: string,
  task: JobTask,
  recipe = recipeOf(CROP, 'bicubic'),
  model = MODEL,
): string => {
  const file = path.join(folder, `taglens_job_${(jobs += 1)}.py`)
  writeFileSync(file, writePythonJob(task, model, recipe))
  return file
}

/** Loads a job as a module, and runs what follows with it as `job`. */
export const withJob = (file: string, program: string, ...args: string[]): unknown =>
  pythonJson(
    `import sys, json, importlib.util
spec = importlib.util.spec_from_file_location("job", sys.argv[1])
job = importlib.util.module_from_spec(spec)
spec.loader.exec_module(job)
${program}`,
    file,
    ...args,
  )

/** What Python says of a picture. */
export interface Row {
  readonly top: string | null
  readonly accepted: readonly string[]
  readonly rejected: boolean
  readonly margin: number | null
  readonly labels: readonly {
    readonly label: string
    readonly cosine: number | null
    readonly logit: number | null
    readonly probability: number | null
    readonly match: number | null
    readonly rank: number
    readonly accepted: boolean
  }[]
}
