import { done, failed, failedBy, type Outcome } from '../../core/errors/outcome'
import { isClassifier, missingModelFile } from '../../core/model/files/model-files'
import { type ModelSource, sourceKey } from '../../core/model/model-source'
import { parsePreprocessorConfig } from '../hub/preprocessor-config'
import { isClassifierConfig, parseClassifierConfig } from './fixed-labels/classifier-config'
import { checkTokenizer } from './zero-shot/check-tokenizer'
import { parseModelConfig } from './zero-shot/model-config'
import type { FamilyName } from './zero-shot/model-family'
import type { TokenizerFiles } from './zero-shot/tokenizer-files'
import { isJsonObject } from '../../core/json-object'

/**
 * A model's configuration out of whatever file has it. open_clip's keeps it under `model_cfg` and names no family; its
 * SigLIPs are told by the bias that their training began with.
 * @param json of `config.json`, or of the `open_clip_config.json` in its place.
 */
export const ownConfig = (json: unknown): unknown => {
  if (!isJsonObject(json)) return json
  const config = isJsonObject(json.model_cfg) ? json.model_cfg : json
  return typeof config.init_logit_bias === 'number' ? { ...config, model_type: 'siglip' } : config
}

/** The small files that say what a model is, parsed, and the paths of all that it has. */
export interface ModelDescription {
  readonly config: unknown
  readonly preprocessor: unknown
  /** What came of reading its tokenizer; `null` where it was not read. */
  readonly tokenizer: Outcome<TokenizerFiles> | null
  readonly paths: ReadonlySet<string>
}

/** Families whose words the two older files tell; all others need `tokenizer.json`. */
const OF_BYTE_PAIRS: readonly FamilyName[] = ['clip', 'mobileclip']

/** What is missing altogether is left to the choice of the files. */
const judgeTokenizer = ({ tokenizer, paths }: ModelDescription, family: FamilyName): Outcome<unknown> => {
  if (!paths.has('tokenizer.json') && paths.has('vocab.json') && !OF_BYTE_PAIRS.includes(family))
    return failed({ code: 'UNSUPPORTED_MODEL', problem: { kind: 'file-missing', path: 'tokenizer.json' } })
  if (!tokenizer || failedBy(tokenizer, 'MODEL_NOT_FOUND')) return done(null)
  return tokenizer.kind === 'done' ? checkTokenizer(tokenizer.value) : tokenizer
}

/**
 * Says whether a model can run here, before a byte of its weights is fetched. Reads the descriptions by the same
 * functions as the load does, so that both say the same; what only a graph tells is not known yet.
 */
export const judgeModel = (description: ModelDescription, source: ModelSource): Outcome<null> => {
  const { config: json, preprocessor, paths } = description
  const config = ownConfig(json)
  const ofLabels = isClassifierConfig(config)
  if (ofLabels !== isClassifier(paths) && missingModelFile(paths) === null)
    return failed({
      code: 'UNSUPPORTED_MODEL',
      problem: { kind: ofLabels ? 'classifier-towers' : 'joint-graph' },
    })
  const parsed = ofLabels
    ? parseClassifierConfig(config, 'config.json')
    : parseModelConfig(config, 'config.json', sourceKey(source))
  if (parsed.kind !== 'done') return parsed
  const recipe = parsePreprocessorConfig(preprocessor)
  if (recipe.kind !== 'done') return recipe
  const words = 'family' in parsed.value ? judgeTokenizer(description, parsed.value.family) : done(null)
  return words.kind === 'done' ? done(null) : words
}
