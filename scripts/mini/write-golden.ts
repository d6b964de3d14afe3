import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parsePreprocessorConfig } from '../../src/engine/hub/preprocessor-config'
import { PROBE_VERSION, probePictures } from '../../src/core/runtime/self-check/probe-input'
import { openMini } from './runtime'

const { values } = parseArgs({ options: { model: { type: 'string', default: 'public/models/mini' } } })

const readJson = (name: string) =>
  // Our own exports: objects by construction.
  JSON.parse(readFileSync(join(values.model, name), 'utf8')) as Record<string, unknown>

/** What the self-check compares a device with, in the form that `engine/tasks/zero-shot/describe-towers.ts` reads. */
const recipe = parsePreprocessorConfig(readJson('preprocessor_config.json'))
if (recipe.kind !== 'done') throw new Error('the recipe cannot be read')
const mini = await openMini(values.model)
const pictures = probePictures(recipe.value)
const planes = Float32Array.from(pictures.flatMap((picture) => [...picture]))
const vectors = await mini.encodePictures(planes, pictures.length)
await mini.close()
// Four decimals move a cosine by less than 0.0006, far below the limit of 0.015.
const rounded = vectors.map((vector) => Array.from(vector, (value) => Math.round(value * 1e4) / 1e4))
writeFileSync(
  join(values.model, 'golden.json'),
  JSON.stringify({ version: PROBE_VERSION, recipe: recipe.value.key, pictures: { fp32: rounded } }),
)
console.log(`${rounded.length} golden vectors`)
