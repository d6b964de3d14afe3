import { done, failed, type Outcome } from '../../core/errors/outcome'
import { isClassifier, missingModelFile } from '../../core/model/files/model-files'
import { sourceKey, type ModelSource } from '../../core/model/model-source'
import { parsePreprocessorConfig } from '../hub/preprocessor-config'
import { isClassifierConfig, parseClassifierConfig } from './fixed-labels/classifier-config'
import { ownConfig } from './own-config'
import { parseModelConfig } from './zero-shot/model-config'

/** The small files that say what a model is, parsed, and the paths of all that it has. */
export interface ModelDescription {
  readonly config: unknown
  readonly preprocessor: unknown
  readonly paths: ReadonlySet<string>
}

/**
 * Says whether a model can run here, before a byte of its weights is fetched. Reads the descriptions by the same
 * functions as the load does, so that both say the same; what only a graph tells is not known yet.
 */
export const judgeModel = (
  { config: json, preprocessor, paths }: ModelDescription,
  source: ModelSource,
): Outcome<null> => {
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
  return recipe.kind === 'done' ? done(null) : recipe
}
