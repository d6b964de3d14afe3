import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobTask } from '../../../src/core/exports/job/python-job.ts'
import { pixelsToTensor } from '../../../src/core/pixels/pixels-to-tensor.ts'
import type { UnitVector } from '../../../src/core/brands.ts'
import { encodingValues } from '../../../src/core/model/picture-encoding.ts'
import { recipeOver } from '../../../src/core/pixels/crops/extent.ts'
import { meanEncoding } from '../../../src/core/pixels/crops/mean-encoding.ts'
import { planCrops } from '../../../src/core/pixels/crops/plan-crops.ts'
import type { Fit, Recipe } from '../../../src/core/pixels/recipe.ts'
import { resizeCrop } from '../../../src/core/pixels/resize/resize-crop.ts'
import { planResize } from '../../../src/core/pixels/resize/resize-plan.ts'
import { toUnitVector } from '../../../src/core/question/scoring/cosine.ts'
import { pillowCases } from '../../../src/testing/pixels/pillow-cases.ts'
import { pixelPattern, rgbOf, sha256 } from '../../../src/testing/pixels/pixel-pattern.ts'
import { hasPython } from './python.ts'
import { CROP, fixtures, hasFixtures, makeFolder, recipeOf, saveJob, withJob } from './save-job.ts'

const folder = makeFolder()

/** Asks nothing: only what the model would see is looked at. */
const QUESTION: JobTask = {
  kind: 'question',
  question: {
    task: 'zero-shot',
    tags: [],
    neutral: [],
    scoring: { logitScale: 1, logitBias: 0, calibrated: true, activation: 'softmax', temperature: 1 },
    rules: { mode: 'single', noneMargin: null },
  },
  vectors: [],
  templates: ['{}'],
  neutralTexts: [],
}

/** Draws `pixelPattern` again, as it says that any language can. */
const PATTERN = `
import hashlib
import numpy as np
from PIL import Image
def pattern(width, height):
    rgb = np.empty((height, width, 3), np.uint8)
    state = 1
    for y in range(height):
        for x in range(width):
            state = (state * 1664525 + 1013904223) & 0xffffffff
            noise = state >> 24
            rgb[y, x] = ((x * 37 + y * 11 + (noise & 31)) & 255, noise, 255 if (x // 3 + y // 2) % 2 == 1 else 0)
    return Image.fromarray(rgb)
picture = pattern(int(sys.argv[2]), int(sys.argv[3]))
`

describe.skipIf(!hasPython('numpy', 'PIL'))('pixels of the Python job are the page’s', () => {
  it.each(pillowCases.filter(({ width, height }) => width * height < 300_000))(
    '$rule',
    ({ width, height, fit, resample, sha256: expected }) => {
      const file = saveJob(folder, QUESTION, recipeOf(fit, resample))
      const program = `${PATTERN}print(json.dumps(hashlib.sha256(job.crops(picture)[0].tobytes()).hexdigest()))`
      expect(withJob(file, program, String(width), String(height))).toBe(expected)
    },
  )

  it.each([
    ['as CLIP has it', {}],
    ['blue first, one deviation', { channels: 'bgr', mean: [0, 0.5, 0.1], std: [1, 0.5, 0.3] }],
  ] as const)('planes of numbers, %s', async (_, change) => {
    const recipe = recipeOf({ kind: 'squash', width: 40, height: 30 }, 'nearest', change)
    const program = `${PATTERN}print(json.dumps(hashlib.sha256(job.to_planes(job.crops(picture)[0]).tobytes()).hexdigest()))`
    const theirs = withJob(saveJob(folder, QUESTION, recipe), program, '40', '30')
    const ours = pixelsToTensor(pixelPattern(40, 30), recipe)
    expect(theirs).toBe(await sha256(new Uint8Array(ours.buffer)))
  })

  it.each([
    ['wide', 90, 40],
    ['tall', 31, 200],
    ['not long', 50, 40],
  ])('all crops of a picture, %s, and the mean of their vectors', async (_, width, height) => {
    const fit: Fit = { kind: 'crop', resizeTo: 20, width: 20, height: 20 }
    const recipe = recipeOver(recipeOf(fit, 'bicubic'), 'whole')
    const program = `${PATTERN}
seen = job.crops(picture)
rows = job.to_unit(np.array([[1 + i, 1, 0.25 * i] for i in range(len(seen))]))
mean = [float(value) for value in job.mean_of_crops(rows, [len(seen)])[0]]
print(json.dumps({"pixels": [hashlib.sha256(one.tobytes()).hexdigest() for one in seen], "mean": mean}))`
    const plans = planCrops(planResize(width, height, fit))
    const pixels = plans.map((plan) =>
      sha256(rgbOf(resizeCrop(pixelPattern(width, height), width, height, plan, 'bicubic'))),
    )
    const mean = meanEncoding(
      plans.map((_plan, i) => ({
        kind: 'embedding',
        embedding: toUnitVector(Float32Array.of(1 + i, 1, 0.25 * i)) ?? (new Float32Array() as UnitVector),
      })),
    )
    expect(withJob(saveJob(folder, QUESTION, recipe), program, String(width), String(height))).toEqual({
      pixels: await Promise.all(pixels),
      mean: [...(mean ? encodingValues(mean) : [])],
    })
  })

  it.skipIf(!hasFixtures)('of all reference photographs, by two recipes', () => {
    const reference = JSON.parse(readFileSync(path.join(fixtures, 'reference/pixels.json'), 'utf8')) as {
      readonly files: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    }
    const squares: readonly (readonly [string, Recipe])[] = [
      ['clip224_bicubic_rgb_sha256', recipeOf(CROP, 'bicubic')],
      [
        'mobileclip256_bilinear_rgb_sha256',
        recipeOf({ kind: 'crop', resizeTo: 256, width: 256, height: 256 }, 'bilinear'),
      ],
    ]
    const HASHES = `
import hashlib, pathlib
root = pathlib.Path(sys.argv[2])
read = lambda name: job.crops(job.decode((root / name).read_bytes()))[0]
print(json.dumps({name: hashlib.sha256(read(name).tobytes()).hexdigest() for name in json.loads(sys.argv[3])}))`
    const names = Object.keys(reference.files)
    for (const [field, recipe] of squares)
      expect(
        withJob(
          saveJob(folder, QUESTION, recipe),
          HASHES,
          path.join(fixtures, 'photos'),
          JSON.stringify(names),
        ),
      ).toEqual(Object.fromEntries(names.map((name) => [name, reference.files[name]?.[field]])))
  })
})
