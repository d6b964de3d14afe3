import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { kindIndex } from './catalogue'
import type { ColourName } from './colours'
import type { Style } from './pen'
import { createRng, splits } from './prng'
import { rasterisePng } from './rasterise'
import { composeScene } from './scene'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'public/samples' } } })

interface Sample {
  readonly file: string
  readonly kind: string
  readonly colour: ColourName
  readonly style: Style
  /** Chosen by eye among the seeds of the samples split. */
  readonly seed: number
}

/** The drawings of the first visit. */
const samples: readonly Sample[] = [
  { file: 'red-car', kind: 'car', colour: 'red', style: 'flat', seed: 17 },
  { file: 'document', kind: 'document', colour: 'white', style: 'outlined', seed: 19 },
  { file: 'motorcycle', kind: 'motorcycle', colour: 'blue', style: 'outlined', seed: 20 },
]

mkdirSync(values.out, { recursive: true })
for (const { file, kind, colour, style, seed } of samples) {
  const scene = composeScene(
    { kind: kindIndex(kind), colour, count: 1, style },
    createRng(seed, splits.samples),
  )
  writeFileSync(join(values.out, `${file}.png`), rasterisePng(scene.svg, 512))
}
