import { modelNames } from '../../../core/model/catalogue/model-names'
import type { LoadedModel } from '../../../core/model/loaded-model'
import { type ModelSource, sourceKey, sourceName } from '../../../core/model/model-source'
import { isWhole } from '../../../core/model/stored/begun-download'
import type { AppState } from '../../../state/app-state'
import { knowsDrawingsOnly } from '../../../core/model/model-facts'
import type { Wording } from '../../../words/wording'

/** What people call the model behind a source, as far as it is known before it has told its own name. */
export const nameOfSource = (source: ModelSource): string => {
  if (source.kind === 'app') return 'Mini'
  return (source.kind === 'hub' ? modelNames.get(source.id) : undefined) ?? sourceName(source)
}

/** What people call a model: its own name, unless that is no more than its place on the hub. */
export const nameOfModel = ({ id, name }: Pick<LoadedModel, 'id' | 'name'>): string =>
  name === id ? (modelNames.get(id) ?? name) : name

/** Who answers for a source: a host's name, `null` for files of this device. */
export const hostOfSource = (source: ModelSource): string | null => {
  if (source.kind === 'disk' || source.kind === 'app') return null
  return URL.parse(source.kind === 'hub' ? source.host : source.baseUrl)?.host ?? null
}

/** The host that is asked what a model takes; `null` where it is on this device already, or comes with the app. */
export const askedHost = (source: ModelSource, stored: AppState['storedModels']): string | null => {
  const key = sourceKey(source)
  const isHere = stored.kind === 'ready' && stored.models.some((model) => model.key === key && isWhole(model))
  return isHere ? null : hostOfSource(source)
}

/** What a model says that it is made for; Mini's in the reader's language, any other's as its file has it. */
export const describeScope = ({ t }: Wording, scope: string): string =>
  knowsDrawingsOnly({ scope }) ? t('model.drawingsScope') : scope
