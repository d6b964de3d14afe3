import { sourceKey, type ModelSource } from '../../core/model/model-source'
import { done, type Outcome } from '../../core/outcome'
import type { Recipe } from '../../core/recipe'
import { parseGoldenVectors, type GoldenVectors } from '../hub/golden-vectors'
import { parseModelConfig, type ModelConfig } from '../hub/model-config'
import type { ModelReader } from '../hub/model-reader'
import { parsePreprocessorConfig } from '../hub/preprocessor-config'
import { parseTextVectors, type TextVectors } from '../hub/text-vectors'

/** What a model says of itself in its small files, checked. */
export interface ModelDescription {
  readonly config: ModelConfig
  readonly recipe: Recipe
  /** `null` where the model brings none, as models of the hub do. */
  readonly textVectors: TextVectors | null
  /** `null` where the model brings none. */
  readonly golden: GoldenVectors | null
}

/** Reads a file that a model may bring with it; an empty path is none. */
const readExtra = async <T>(
  reader: ModelReader,
  path: string,
  parse: (json: unknown, file: string) => Outcome<T>,
  signal: AbortSignal,
): Promise<Outcome<T | null>> => {
  if (path === '') return done(null)
  const json = await reader.json(path, signal)
  return json.kind === 'done' ? parse(json.value, reader.nameOf(path)) : json
}

/** Reads and checks the files that describe a model. */
export const readDescription = async (
  reader: ModelReader,
  source: ModelSource,
  signal: AbortSignal,
): Promise<Outcome<ModelDescription>> => {
  const [configJson, preprocessorJson] = await Promise.all([
    reader.json('config.json', signal),
    reader.json('preprocessor_config.json', signal),
  ])
  if (configJson.kind !== 'done') return configJson
  if (preprocessorJson.kind !== 'done') return preprocessorJson
  const config = parseModelConfig(configJson.value, reader.nameOf('config.json'), sourceKey(source))
  if (config.kind !== 'done') return config
  const recipe = parsePreprocessorConfig(preprocessorJson.value)
  if (recipe.kind !== 'done') return recipe
  const [textVectors, golden] = await Promise.all([
    readExtra(reader, config.value.textVectors, parseTextVectors, signal),
    readExtra(reader, config.value.golden, parseGoldenVectors, signal),
  ])
  if (textVectors.kind !== 'done') return textVectors
  if (golden.kind !== 'done') return golden
  return done({
    config: config.value,
    recipe: recipe.value,
    textVectors: textVectors.value,
    golden: golden.value,
  })
}
