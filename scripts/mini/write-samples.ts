import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { rasterisePng } from './draw/rasterise'
import { drawSample, samples } from './draw/samples'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'public/samples' } } })

mkdirSync(values.out, { recursive: true })
for (const sample of samples)
  writeFileSync(join(values.out, `${sample.file}.png`), rasterisePng(drawSample(sample), 512))
