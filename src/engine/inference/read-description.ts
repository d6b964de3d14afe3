import type { ModelSource } from '../../core/model/loaded-model'
import { modelFileUrl } from '../../core/model/model-source'
import { done, type Outcome } from '../../core/outcome'
import type { Recipe } from '../../core/recipe'
import { fetchJson } from '../hub/fetch-file'
import { parseModelConfig, type ModelConfig } from '../hub/model-config'
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
  source: ModelSource,
  path: string,
  signal: AbortSignal,
): Promise<Outcome<TextVectors | null>> => {
  if (path === '') return done(null)
  const url = modelFileUrl(source, path)
  const json = await fetchJson(url, signal)
  return json.kind === 'done' ? parseTextVectors(json.value, url) : json
}

/** Fetches and checks the files that describe a model. */
export const readDescription = async (
  source: ModelSource,
  signal: AbortSignal,
): Promise<Outcome<ModelDescription>> => {
  const configUrl = modelFileUrl(source, 'config.json')
  const [configJson, preprocessorJson] = await Promise.all([
    fetchJson(configUrl, signal),
    fetchJson(modelFileUrl(source, 'preprocessor_config.json'), signal),
  ])
  if (configJson.kind !== 'done') return configJson
  if (preprocessorJson.kind !== 'done') return preprocessorJson
  const config = parseModelConfig(configJson.value, configUrl)
  if (config.kind !== 'done') return config
  const recipe = parsePreprocessorConfig(preprocessorJson.value)
  if (recipe.kind !== 'done') return recipe
  const textVectors = await readTextVectors(source, config.value.textVectors, signal)
  if (textVectors.kind !== 'done') return textVectors
  return done({ config: config.value, recipe: recipe.value, textVectors: textVectors.value })
}
