import { sourceKey, type ModelSource } from '../../core/model/model-source'
import { done, type Outcome } from '../../core/errors/outcome'
import type { Recipe } from '../../core/pixels/recipe'
import { isClassifierConfig, parseClassifierConfig, type ClassifierConfig } from '../hub/classifier-config'
import { parseGoldenVectors, type GoldenVectors } from '../hub/golden-vectors'
import { parseModelConfig, type ModelConfig } from '../hub/model-config'
import type { ModelReader } from '../hub/model-reader'
import { parsePreprocessorConfig } from '../hub/preprocessor-config'
import { parseTextVectors, type TextVectors } from '../hub/text-vectors'

/** What a pair of towers says of itself in its small files, checked. */
export interface ModelDescription {
  readonly task: 'zero-shot'
  readonly config: ModelConfig
  readonly recipe: Recipe
  /** `null` where the model brings none, as models of the hub do. */
  readonly textVectors: TextVectors | null
  /** `null` where the model brings none. */
  readonly golden: GoldenVectors | null
}

/** What a classifier says of itself in its small files, checked. */
export interface ClassifierDescription {
  readonly task: 'fixed-labels'
  readonly config: ClassifierConfig
  readonly recipe: Recipe
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
): Promise<Outcome<ModelDescription | ClassifierDescription>> => {
  const [configJson, preprocessorJson] = await Promise.all([
    reader.json('config.json', signal),
    reader.json('preprocessor_config.json', signal),
  ])
  if (configJson.kind !== 'done') return configJson
  if (preprocessorJson.kind !== 'done') return preprocessorJson
  const recipe = parsePreprocessorConfig(preprocessorJson.value)
  if (recipe.kind !== 'done') return recipe
  if (isClassifierConfig(configJson.value)) {
    const config = parseClassifierConfig(configJson.value, reader.nameOf('config.json'))
    if (config.kind !== 'done') return config
    return done({ task: 'fixed-labels', config: config.value, recipe: recipe.value })
  }
  const config = parseModelConfig(configJson.value, reader.nameOf('config.json'), sourceKey(source))
  if (config.kind !== 'done') return config
  // A pack that brings the vectors that it is held to would vouch for itself.
  const goldenPath = source.kind === 'disk' ? '' : config.value.golden
  const [textVectors, golden] = await Promise.all([
    readExtra(reader, config.value.textVectors, parseTextVectors, signal),
    readExtra(reader, goldenPath, parseGoldenVectors, signal),
  ])
  if (textVectors.kind !== 'done') return textVectors
  if (golden.kind !== 'done') return golden
  return done({
    task: 'zero-shot',
    config: config.value,
    recipe: recipe.value,
    textVectors: textVectors.value,
    golden: golden.value,
  })
}
