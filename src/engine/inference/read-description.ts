import { sourceKey, type ModelSource } from '../../core/model/model-source'
import { done, type Outcome } from '../../core/outcome'
import type { Recipe } from '../../core/recipe'
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
}

const readTextVectors = async (
  reader: ModelReader,
  path: string,
  signal: AbortSignal,
): Promise<Outcome<TextVectors | null>> => {
  if (path === '') return done(null)
  const json = await reader.json(path, signal)
  return json.kind === 'done' ? parseTextVectors(json.value, reader.nameOf(path)) : json
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
  const textVectors = await readTextVectors(reader, config.value.textVectors, signal)
  if (textVectors.kind !== 'done') return textVectors
  return done({ config: config.value, recipe: recipe.value, textVectors: textVectors.value })
}
