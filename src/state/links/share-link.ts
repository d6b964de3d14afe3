import { toLinkQuery } from '../../core/links/link-query'
import { readTemplates } from '../../core/question/prompts/tag-prompts'
import type { AppState } from '../app-state'
import { currentModel, fixedLabelModel } from '../model/current-model'

/** The query of a link that opens the page to ask what it asks pictures now. It carries no picture. */
export const shareQuery = ({ tags, settings, model }: AppState): string => {
  const id = currentModel(model)?.id ?? ''
  // One of the hub has an owner.
  const hubId = id.includes('/') ? id : null
  return toLinkQuery(
    fixedLabelModel(model)
      ? { mode: 'vit', vitModel: hubId }
      : {
          mode: 'clip',
          labels: tags.filter(({ picture }) => picture === null).map(({ text }) => text),
          templates: readTemplates(settings.template),
          temperature: settings.temperature,
          rules: settings.rules,
          clipModel: hubId,
        },
  )
}
