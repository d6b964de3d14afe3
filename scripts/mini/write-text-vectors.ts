import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { NEUTRAL_TAGS } from '../../src/core/question/scoring/neutral-tags'
import { catalogue } from './draw/catalogue'
import { colours } from './draw/colours'
import { openMini } from './runtime'

const { values } = parseArgs({ options: { model: { type: 'string', default: 'public/models/mini' } } })

/** Tags whose vectors travel with the model, so that the first ranking needs the vision tower only. */
const tags = [
  ...NEUTRAL_TAGS,
  ...catalogue.map((entry) => entry.name),
  ...['red', 'blue', 'green', 'yellow', 'white', 'black'].map((colour) => `${colour} car`),
  ...colours.map((colour) => colour.name),
  ...['vehicle', 'animal', 'food', 'building', 'tool', 'shape', 'plant', 'furniture', 'fruit'],
]

const template = 'a photo of a {}'
const mini = await openMini(values.model)
const prompts = tags.flatMap((tag) => [tag, template.replace('{}', tag)])
const vectors = await mini.encodeTexts(prompts)
// Four decimals move a cosine by less than 0.0006, and keep the file small.
const byPrompt = Object.fromEntries(
  prompts.map((prompt, i) => [prompt, Array.from(vectors[i] ?? [], (v) => Math.round(v * 1e4) / 1e4)]),
)
writeFileSync(
  join(values.model, 'text-vectors.json'),
  JSON.stringify({ dim: mini.dim, template, vectors: byPrompt }),
)
await mini.close()
console.log(`${prompts.length} prompts`)
